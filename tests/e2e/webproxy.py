"""A web proxy of another make in front of nexad: nginx from Debian, which does TLS and, as it does unless told otherwise, lets no WebSocket through."""
import os
import shutil
import subprocess

from harness import Skip, comment, die_with_parent, free_ports, is_free, require, wait_until

NGINX = shutil.which("nginx", path=os.environ["PATH"] + ":/usr/sbin")
CONFIGURATION = """
daemon off;
master_process off;
pid %(directory)s/nginx.pid;
error_log %(directory)s/error.log;
events { }
http {
	access_log off;
	client_body_temp_path %(directory)s/body;
	proxy_temp_path %(directory)s/proxy;
	fastcgi_temp_path %(directory)s/fastcgi;
	uwsgi_temp_path %(directory)s/uwsgi;
	scgi_temp_path %(directory)s/scgi;
	server {
		listen 127.0.0.1:%(https_port)d ssl;
		ssl_certificate %(certificate)s;
		ssl_certificate_key %(key)s;
		location / {
			proxy_pass http://127.0.0.1:%(http_port)d;
			proxy_set_header Host $http_host;
			proxy_set_header X-Forwarded-For $remote_addr;
			proxy_set_header X-Forwarded-Proto https;
			proxy_read_timeout 90s;
		}
	}
}
"""


class WebProxy:
    """At https_port; the server in a `with` around this one has to have http_proxies="127.0.0.1"."""

    def __init__(self, server):
        self.https_port, = free_ports(1)
        self.directory = os.path.join(server.directory, "nginx")
        self.http_port = server.http_port
        self.tls = os.path.join(server.state_dir, "tls")
        self.process = None

    def __enter__(self):
        if not NGINX:
            raise Skip("Debian's nginx is not installed")
        os.makedirs(self.directory)
        path = os.path.join(self.directory, "nginx.conf")
        with open(path, "w", encoding="ascii") as file:
            file.write(CONFIGURATION % dict(vars(self), certificate=os.path.join(self.tls, "server.pem"),
                                            key=os.path.join(self.tls, "server.key")))
        self.process = subprocess.Popen([NGINX, "-p", self.directory, "-c", path], stderr=subprocess.DEVNULL, preexec_fn=die_with_parent)
        wait_until(lambda: self.process.poll() is not None or not is_free(self.https_port), "nginx listens")
        require(self.process.poll() is None, "nginx has ended by itself")
        return self

    def __exit__(self, kind, *_):
        self.process.kill()
        self.process.wait()
        if kind is not None:
            with open(os.path.join(self.directory, "error.log"), encoding="utf-8") as file:
                comment(file.read())
