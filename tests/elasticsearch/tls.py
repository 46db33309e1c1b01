"""A door with TLS and a lock before a real server: the server of these tests has neither."""

from __future__ import annotations

import http.client
import ipaddress
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

HOST = "127.0.0.1"
REFUSED = b'{"error":{"type":"security_exception"},"status":401}'


@dataclass
class Door:
    """The door: where it is, which keys open it, and what was shown to it.

    Attributes:
        address: With https.
        authority: File with the certificate of its authority.
        opens: Values of the header Authorization that are let through.
        shown: Those that came, None where there was none.
    """

    address: str
    authority: Path
    opens: set[str]
    shown: list[str | None] = field(default_factory=list)


class Listener(ThreadingHTTPServer):
    """Listens; who breaks off, as a client does that does not trust us, is no trouble of ours."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing."""


@contextmanager
def door(server: str, folder: Path, opens: set[str]) -> Iterator[Door]:
    """A door before a server, until the end of the block.

    Args:
        server: Address of the server behind it.
        folder: For keys and certificates.
        opens: Values of the header Authorization that are let through.
    """
    authority, certificate, key = make_certificates(folder)
    listener = Listener((HOST, 0), BaseHTTPRequestHandler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    listener.socket = context.wrap_socket(listener.socket, server_side=True, do_handshake_on_connect=False)
    found = Door(f"https://{HOST}:{listener.server_port}", authority, opens)
    listener.RequestHandlerClass = _handler(found, urlsplit(server).netloc)
    thread = threading.Thread(target=listener.serve_forever, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        listener.shutdown()
        listener.server_close()


def _handler(found: Door, behind: str) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def pass_on(self) -> None:
            shown = self.headers.get("authorization")
            found.shown.append(shown)
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            if shown not in found.opens:
                return self.answer(401, REFUSED, "application/json")
            connection = http.client.HTTPConnection(behind, timeout=60)
            passed = {name: self.headers[name] for name in ("content-type", "accept") if name in self.headers}
            connection.request(self.command, self.path, body, passed)
            answer = connection.getresponse()
            self.answer(answer.status, answer.read(), answer.headers.get("content-type", ""))
            connection.close()
            return None

        def answer(self, status: int, body: bytes, kind: str) -> None:
            self.send_response(status)
            self.send_header("x-elastic-product", "Elasticsearch")
            self.send_header("content-type", kind)
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_DELETE = do_HEAD = pass_on

        def log_message(self, *arguments: object) -> None:
            pass

    return Handler


def make_certificates(folder: Path) -> tuple[Path, Path, Path]:
    """Files of an authority's certificate, and of the certificate and key of a server that it signed."""
    authority_key, server_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    authority = _certificate("Authority", authority_key, "Authority", authority_key, is_authority=True)
    server = _certificate("Server", server_key, "Authority", authority_key, is_authority=False)
    files = tuple(folder / name for name in ("authority.pem", "server.pem", "server.key"))
    files[0].write_bytes(authority.public_bytes(serialization.Encoding.PEM))
    files[1].write_bytes(server.public_bytes(serialization.Encoding.PEM))
    files[2].write_bytes(
        server_key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    return files[0], files[1], files[2]


def _certificate(
    name: str,
    key: ec.EllipticCurvePrivateKey,
    issuer: str,
    issuer_key: ec.EllipticCurvePrivateKey,
    *,
    is_authority: bool,
) -> x509.Certificate:
    now = datetime.now(UTC)
    named = [x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, one)]) for one in (name, issuer)]
    address = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(HOST))])
    return (
        x509.CertificateBuilder()
        .subject_name(named[0])
        .issuer_name(named[1])
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(minutes=5))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(address, critical=False)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False
        )
        .sign(issuer_key, hashes.SHA256())
    )
