# Serves the folder on a free port of 127.0.0.1, which it prints, for two minutes
# at most.
# usage: serve.py FOLDER
import functools
import http.server
import signal
import sys


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


signal.alarm(120)
handler = functools.partial(Handler, directory=sys.argv[1])
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
print(server.server_address[1], flush=True)
server.serve_forever()
