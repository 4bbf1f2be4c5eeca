title   XEP-0445 §4: an invitation to where nobody can register is not made
command invite create
answer  error = not-allowed
command invite create host=elsewhere.example
answer  error = item-not-found
command invite list
answer  invites.count = 0
