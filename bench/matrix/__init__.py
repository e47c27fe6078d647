"""The fault matrix: each service with each misfortune, what the person sees and what the operator sees."""
