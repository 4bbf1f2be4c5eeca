title   RFC 6121 §8.5.3.2.1: chat to a resource that is gone reaches those that are there, with its address as it was
users   romeo juliet
juliet/second connects
romeo   > <message type='chat' id='1' to='{juliet}/gone'><body>Hi</body></message>
juliet  < <message type='chat' id='1' from='{romeo/full}' to='{juliet}/gone'><body>Hi</body></message>
juliet/second < <message type='chat' id='1' from='{romeo/full}' to='{juliet}/gone'><body>Hi</body></message>
romeo   < nothing
