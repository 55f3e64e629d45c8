/** Serves a WSGI application: with gunicorn when the package or the host has it, else with Python's own server, one thread a request. */
export const wsgiServer = `import importlib, os, signal, sys, threading

module_name, variable = sys.argv[1], sys.argv[2]
host, port = os.environ.get("HOST", "127.0.0.1"), int(os.environ.get("PORT", "8080"))
sys.path.insert(0, os.getcwd())

try:
    import gunicorn.app.wsgiapp as gunicorn
except ImportError:
    gunicorn = None

if gunicorn:
    sys.argv = ["gunicorn", "--bind", "%s:%d" % (host, port), "--threads", "8", "--access-logfile", "-", module_name + ":" + variable] + sys.argv[3:]
    sys.exit(gunicorn.run())

from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer

application = getattr(importlib.import_module(module_name), variable)


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = False
    request_queue_size = 128


server = Server((host, port), WSGIRequestHandler)
server.set_app(application)
signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=server.shutdown).start())
print("Serving %s:%s on port %d" % (module_name, variable, port), flush=True)
server.serve_forever()
server.server_close()
`;
