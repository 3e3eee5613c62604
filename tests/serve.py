# Serves the folder on a free port of 127.0.0.1, which it prints, for two minutes
# at most; and 256 MiB of spaces without a length, as /chunked.html in chunks and as
# /compressed.html compressed.
# usage: serve.py FOLDER
import functools
import gzip
import http.server
import signal
import sys


class Handler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass

    def do_GET(self):
        if self.path == "/chunked.html":
            self.start("Transfer-Encoding", "chunked")
            piece = b"100000\r\n" + b" " * 0x100000 + b"\r\n"
            self.send(piece, 256)
        elif self.path == "/compressed.html":
            self.start("Content-Encoding", "gzip")
            self.send(gzip.compress(b" " * 0x100000), 256)
        else:
            super().do_GET()

    def start(self, header, value):
        self.protocol_version = "HTTP/1.1"
        self.close_connection = True
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header(header, value)
        self.end_headers()

    def send(self, piece, times):
        try:
            for _ in range(times):
                self.wfile.write(piece)
        except OSError:
            pass  # who asked has had enough


signal.alarm(120)
handler = functools.partial(Handler, directory=sys.argv[1])
server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
print(server.server_address[1], flush=True)
server.serve_forever()
