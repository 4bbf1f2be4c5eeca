title   XEP-0363 §4: a slot has one https address for PUT and GET, the name readable and escaped in it, and what to send with the PUT
option  upload_url = https://files.example/nexa
users   romeo
romeo > <iq type='get' id='1' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='très cool.jpg' size='23456' content-type='image/jpeg'/></iq>
romeo < <iq type='result' id='1' from='upload.{host}'><slot xmlns='urn:xmpp:http:upload:0'><put url='{=put}'><header name='Authorization'>{=ticket}</header></put><get url='{=get}'/></slot></iq>
romeo > <iq type='get' id='2' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='très cool.jpg' size='23456' content-type='image/jpeg'/></iq>
romeo < <iq type='result' id='2'><slot xmlns='urn:xmpp:http:upload:0'><put url='!{put}'><header name='Authorization'>{=other}</header></put><get url='!{get}'/></slot></iq>
romeo > <iq type='get' id='3' to='upload.{host}'><request xmlns='urn:xmpp:http:upload:0' filename='x' size='1'/></iq>
romeo < <iq type='result' id='3'><slot xmlns='urn:xmpp:http:upload:0'>...</slot></iq>
