title   RFC 6121 §8.5.2.2.2: presence to an account without available resources is ignored and not stored
users   romeo
users   juliet, offline
users   nurse, connected
romeo   > <presence id='1' to='{juliet}'/>
romeo   > <presence id='2' type='unavailable' to='{juliet}'/>
romeo   > <presence id='3' to='{nurse}'/>
romeo   > <presence id='4' to='{juliet}/somewhere'/>
romeo   > <presence id='5' type='unavailable' to='{juliet}/somewhere'/>
romeo   < nothing
nurse   < nothing
juliet  connects
juliet  < nothing
