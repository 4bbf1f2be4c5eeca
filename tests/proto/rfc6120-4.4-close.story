title   RFC 6120 §4.4: a stream that the client closes is closed by the server too
stream  juliet secure
juliet  greets
juliet  >> </stream:stream>
juliet  < </stream:stream>
juliet  closed
