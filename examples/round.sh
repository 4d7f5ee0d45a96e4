#!/usr/bin/env bash
# A whole round of clearance on the example negotiation: two packages, the first sent, the second under way.
#   examples/round.sh FILE [TRAVAUX]
set -eu -o pipefail
file=$1
clear() { "${travaux[@]}" clear "$file" "$@" >/dev/null; }
travaux=("${2:-travaux}")

# The request for authority, with the first draft: the Treasury and the Legal Adviser side by side, then Marine.
clear draft-1962 --new draft --text 08-memorandum-tab-a/tab-a --by "Western Department" --person Fenwray \
  --title "Draft Treaty on the Strait of Ilvane, with the request for authority to negotiate" \
  --route "Treasury?, Legal Adviser by 1962-09-14; Ministry of Marine by 1962-09-20" --approver Minister \
  --recommend "to open negotiations for a Treaty of Navigation and Naval Access on the basis of the attached draft" \
  --recommend "to agree, if the Corvanians firmly refuse to include the approaches, to refer the matter to the Ministry with his own proposal" \
  --recommend "to declare that the guardship will be withdrawn as part of a general settlement"
clear draft-1962 --circulate --by "Western Department" --person Fenwray
clear draft-1962 --no-interest --by Treasury --person Hollin
clear draft-1962 --concur --by "Legal Adviser" --person Ellwick
# Marine has the file, and concurs with a change: what the telegram of September 28 then corrects in Article VI.
clear draft-1962 --by "Ministry of Marine" --person Voss --change "Article VI shall read: “Naval vessels of the Republic of Halvern shall have access to the anchorage of Quillon Roads for fuel, water, repair and the rest of their crews. Pilotage, lights and buoys shall remain subject to the Administrative Arrangement signed at Port Quillon on October 19, 1948.”"
clear draft-1962 --accept 1 --by "Western Department" --person Fenwray
# The Legal Adviser cleared Article VI as it read before, sees exactly that difference, and concurs anew.
clear draft-1962 --concur --by "Legal Adviser" --person Ellwick
clear draft-1962 --hand-to Minister --by "Western Department" --person Fenwray
clear draft-1962 --approve 1 --by Minister --person Rennick
clear draft-1962 --approve 2 --by Minister --person Rennick
clear draft-1962 --modify 3 "but she stays until the new text is in force, and he is to say so. A.R." --by Minister --person Rennick
clear draft-1962 --send --as "Mintel 212" --by "Western Department" --person Fenwray

# The answer to the Corvanian redraft: four offices side by side, two of them on the same words.
clear answer-1963 --new draft --text 13-telegram-redraft/draft --by "Treaty Section" --person Pennard \
  --title "Our text in answer to the Corvanian redraft" \
  --route "Western Department by 1963-03-12, Legal Adviser (Article VII, Article VIII) by 1963-03-12, Ministry of Marine by 1963-03-13, Treasury? (Article IX)" \
  --approver Minister
clear answer-1963 --circulate --by "Treaty Section" --person Pennard
clear answer-1963 --by "Western Department" --person Fenwray --change "In Article VI, second paragraph, the word “three” shall be replaced by the word “six”."
clear answer-1963 --by "Ministry of Marine" --person Voss --change "In Article VI, second paragraph, the word “three” shall be replaced by the word “nine”."
clear answer-1963 --by "Legal Adviser" --person Ellwick --object "A right to close the Strait at pleasure is not compatible with Article I; I cannot advise signature of a treaty containing both."
clear answer-1963 --no-interest --by Treasury --person Hollin

# The protocol on shelter, with the request for authority of January 1964: Marine concurs once auxiliaries are covered,
# the Minister approves one recommendation, another with an addition in his hand, and disapproves the third.
words=$(mktemp)
trap 'rm -f "$words"' EXIT
cat >"$words" <<'TEXT'
Article 1
A naval vessel that is driven in by weather may lie in Quillon Roads without notice given before. Her commander shall give notice as soon as he can.
TEXT
clear protocol-1964 --new instruction --text "$words" --by "Western Department" --person Fenwray \
  --title "Authority to negotiate a Protocol on Shelter in Winter" --route "Ministry of Marine, Legal Adviser, Treasury?" --approver Minister \
  --recommend "That you authorize the Ambassador at Tessenay to negotiate a Protocol on Shelter in Winter along the lines of the attached draft." \
  --recommend "That you authorize the Ambassador to agree to a limit of forty-eight hours for each stay." \
  --recommend "That you authorize the Ambassador to sign the Protocol without further reference."
clear protocol-1964 --circulate --by "Western Department" --person Fenwray
clear protocol-1964 --by "Ministry of Marine" --person Voss --change "In Article 1, the words “A naval vessel that is” shall be replaced by the words “A naval vessel, or an auxiliary in company with her, that is”."
clear protocol-1964 --no-interest --by Treasury --person Hollin
clear protocol-1964 --accept 1 --by "Western Department" --person Fenwray
clear protocol-1964 --concur --by "Legal Adviser" --person Ellwick
clear protocol-1964 --hand-to Minister --by "Western Department" --person Fenwray
clear protocol-1964 --approve 1 --by Minister --person Rennick
clear protocol-1964 --modify 2 "but no limit while the storm signal is up. A.R." --by Minister --person Rennick
clear protocol-1964 --disapprove 3 --by Minister --person Rennick
clear protocol-1964 --send --as "Mintel 31" --by "Western Department" --person Fenwray

# The memorandum of 1962 prints no day of its own; the Minister decided on it on September 24.
decide() { "${travaux[@]}" mandate "$file" --decide 08-memorandum-tab-a "$@" --by Minister --on 1962-09-24 >/dev/null; }
decide 1 approved
decide 2 approved
decide 3 "approved with an addition" --addition "but she stays until the new text is in force, and he is to say so. A.R."

# What the documents tell of positions is proposed: that the Assembly approved the signed text is nobody's position on it.
"${travaux[@]}" positions "$file" --dismiss 22-editorial-note:194-344 --reason "It approves what was signed." >/dev/null
