title   XEP-0045 §7.2.18: presence without x from somebody who is not in the room is answered with the door
users crone wicca hag
crone makes coven as firstwitch
wicca > <presence to='coven@{muc}/secondwitch' id='1'/>
wicca < <presence type='unavailable' from='coven@{muc}/secondwitch'><x xmlns='http://jabber.org/protocol/muc#user'><item affiliation='none' role='none'><reason>You are not in the room.</reason></item><status code='110'/><status code='307'/><status code='333'/></x></presence>
crone < nothing
