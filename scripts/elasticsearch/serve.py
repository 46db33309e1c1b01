"""`dev.py elasticsearch`: a server for development, until Ctrl-C."""

from __future__ import annotations

import time

from scripts.dev.console import say
from scripts.dev.errors import DevError
from scripts.dev.project import Project, prepare_data_dir
from scripts.elasticsearch.artifacts import RELEASES, why_not
from scripts.elasticsearch.cluster import running_cluster


def serve_elasticsearch(project: Project, *, major: str, port: int) -> int:
    """Start a server, say how the site finds it, and wait.

    Args:
        project: Whose data folder keeps the index.
        major: "8" or "9".
        port: To listen on.

    Returns:
        0 when it was stopped, 1 when it ended by itself.

    Raises:
        DevError: It cannot be started here.
    """
    release = RELEASES[major]
    reason = why_not(release)
    if reason:
        raise DevError(f"{reason}.", "Debian: apt install maven openjdk-17-jdk-headless")
    prepare_data_dir(project)
    say(f"Elasticsearch {release.version}: starting on port {port}")
    with running_cluster(release, project.data_dir / f"elasticsearch-{major}", [port]) as (node,):
        say(f"It answers at {node.address}. Stop it with Ctrl-C. The site uses it with:")
        say(f"  SEARCH_URL={node.address} python3 dev.py run")
        try:
            while node.poll() is None:
                time.sleep(1)
        except KeyboardInterrupt:
            say("Stopped.")
            return 0
    say("\n".join(node.lines))
    return 1
