"""Takes in what came from elsewhere: a draft, or an answer to one of ours."""
