"""Open an issue where the published site lags behind its source; close it once it does not.

Needs nothing but Python and gh, which reads GH_REPO and GH_TOKEN, so that it also works on a day on
which the program cannot be installed.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

PATIENCE = timedelta(days=1)
"""How old a change may be that is not published."""

TITLE = "The site was not published"
"""What the issue is called; the workflow `publish` opens one of this name where it fails."""

LAGS = """\
A change of `{branch}` has waited for {waited} and is not on the site, which still shows {shown}.

What to do:

1. Open the newest run of the workflow `publish`{run}.
2. If a step failed, read its last lines. Faults in the content are named there by file and line: \
fix them with a change as usual, and it is published with that.
3. If no step says why, choose **Re-run all jobs**.
4. If there is no run, turn the workflow on under Actions, publish, **Enable workflow**; if the \
last job speaks of Pages, set Settings, Pages, Source to **GitHub Actions**.

Until then the site stays as it is. This issue closes by itself within a day after it is published.
"""
AGAIN = "The site shows the newest change again.\n"


def gh(*words: str, given: str = "") -> str:
    """Return what gh says; raise CalledProcessError where it fails."""
    return subprocess.run(  # noqa: S603  # lists of words; texts go in by standard input
        ("gh", *words),  # noqa: S607  # the host's machine has it on the path
        input=given,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout


def waiting_since(branch: str, published: str) -> datetime | None:
    """Return when the oldest change came that is not published; None where all are."""
    asked = (
        (f"compare/{published}...{branch}", '.commits[0].commit.committer.date // ""')
        if published
        else (f"commits/{branch}", ".commit.committer.date")
    )
    place, wanted = asked
    day = gh("api", f"repos/{{owner}}/{{repo}}/{place}", "--jq", wanted).strip()
    return datetime.fromisoformat(day) if day else None


def lag(branch: str, runs: Sequence[Mapping[str, str]], now: datetime) -> str:
    """Return the text of an issue where a change has waited for too long, else nothing.

    `runs` are those of the workflow that publishes, newest first.
    """
    published = next((run["headSha"] for run in runs if run["conclusion"] == "success"), "")
    since = waiting_since(branch, published)
    if since is None or now - since < PATIENCE:
        return ""
    days = (now - since).days
    return LAGS.format(
        branch=branch,
        waited="1 day" if days == 1 else f"{days} days",
        shown=f"the commit {published}" if published else "no commit that is known",
        run=f", {runs[0]['url']}" if runs else "",
    )


def main() -> None:
    """Read what is published, and open or close the issue."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--branch", required=True)
    parser.add_argument("--now", type=datetime.fromisoformat, required=True)
    asked = parser.parse_args()
    of_branch = ("--workflow", "publish.yml", "--branch", asked.branch, "--limit", "50")
    runs = json.loads(gh("run", "list", *of_branch, "--json", "headSha,conclusion,url"))
    found = ("--state", "open", "--search", f"{TITLE} in:title", "--json", "number,title")
    issues = [one for one in json.loads(gh("issue", "list", *found)) if one["title"] == TITLE]
    text = lag(asked.branch, runs, asked.now)
    if text and not issues:
        gh("issue", "create", "--title", TITLE, "--body-file", "-", given=text)
    elif not text and runs and runs[0]["conclusion"] == "success":
        for issue in issues:
            gh("issue", "close", str(issue["number"]), "--comment", AGAIN)
    said = "A change waits to be published." if text else "Nothing has waited for a day."
    sys.stdout.write(f"{said}\n")


if __name__ == "__main__":
    main()
