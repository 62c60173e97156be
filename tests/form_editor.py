"""The form editor at work on a real git repository, as a person with Chrome uses it on a folder.

Browsers let no program choose a folder in their dialog. So the dialog is replaced by the browser's
own private file system, which is filled from the repository before and copied back after saving.
"""

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Error, Page, Request, expect
from sites import served

from generator.commands import build
from generator.core.settings import Settings

PICKER = """
window.showDirectoryPicker = async () =>
  (await navigator.storage.getDirectory()).getDirectoryHandle("repository");
FileSystemHandle.prototype.queryPermission = async () => "granted";
FileSystemHandle.prototype.requestPermission = async () => "granted";
// Every press of the mouse counts, on whatever it lands.
addEventListener("pointerdown", event => event.isTrusted && window.pressed(), true);
"""
FILL = """async files => {
  const top = await navigator.storage.getDirectory();
  const repository = await top.getDirectoryHandle("repository", { create: true });
  await repository.getDirectoryHandle(".git", { create: true });
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split("/");
    const name = parts.pop();
    let folder = repository;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
    const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""
READ = """async () => {
  const found = {};
  async function walk(folder, prefix) {
    for await (const [name, entry] of folder.entries()) {
      if (entry.kind === "directory") await walk(entry, `${prefix}${name}/`);
      // A file that is just being written has a passing neighbour.
      else if (!name.endsWith(".crswap")) {
        found[prefix + name] = await (await entry.getFile()).text();
      }
    }
  }
  const top = await navigator.storage.getDirectory();
  await walk(await top.getDirectoryHandle("repository"), "");
  return found;
}"""


TODAY = "2024-02-10"
"""The day on the editor's clock: that of the sample's report."""


@dataclass
class Desk:
    """An open form editor and the repository it works on."""

    settings: Settings
    address: str
    page: Page
    left: list[str] = field(default_factory=list)
    """Requests to another machine that were not stopped by the page's own policy."""
    presses: int = 0
    """How often the mouse was pressed since the page was opened, as the page itself counts."""

    def press(self) -> None:
        """Count a press of the mouse."""
        self.presses += 1

    def git(self, *words: str) -> str:
        """Return what git prints in the repository."""
        command = ["git", "-c", "user.name=Editor", "-c", "user.email=editor@city.example", *words]
        done = subprocess.run(
            command, cwd=self.settings.root, check=True, capture_output=True, text=True
        )
        return done.stdout

    def open(self, place: str) -> None:
        """Show a place of the editor, such as `initiatives/entries/live-chat`."""
        self.page.goto(f"{self.address}edit/#/collections/{place}")
        expect(self.page.get_by_role("button", name="Save", exact=True)).to_be_visible()

    def choose(self, label: str, option: str) -> None:
        """Choose in a list that opens, or among round buttons."""
        group = self.page.get_by_role("radiogroup", name=label, exact=True)
        if group.count():
            group.get_by_role("radio", name=option, exact=True).click()
            return
        self.page.get_by_role("combobox", name=label, exact=True).click()
        self.page.get_by_role("option", name=option, exact=True).first.click()

    def write(self, label: str, text: str) -> None:
        """Write into a field, in place of what is there."""
        self.page.get_by_role("textbox", name=label, exact=True).first.fill(text)

    def add(self, label: str, text: str) -> None:
        """Write at the end of what is in a field."""
        box = self.page.get_by_role("textbox", name=label, exact=True).first
        box.click()
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(text)

    def tell(self, text: str) -> None:
        """Write at the end of the Markdown text."""
        box = self.page.locator("[data-key-path=body] textarea")
        expect(box).to_be_enabled()
        box.fill(box.input_value() + text)

    def fill_in(self, rows: Mapping[str, str]) -> None:
        """Choose or write each value at its field's label, as the guide's tables give them."""
        for label, value in rows.items():
            if label == "What happened":
                self.tell(value)
                continue
            # Some fields appear only once an answer before asks for them.
            box = self.page.get_by_role("textbox", name=label, exact=True)
            choice = self.page.get_by_role("combobox", name=label, exact=True)
            buttons = self.page.get_by_role("radiogroup", name=label, exact=True)
            expect(box.or_(choice).or_(buttons).first).to_be_visible()
            if box.count():
                box.first.fill(value)
            else:
                self.choose(label, value)

    def save(self) -> None:
        """Press Save and wait until the editor has written a file and closed the form.

        A new file is there, and empty, a moment before what is in it.
        """
        before = self._read()
        self.page.get_by_role("button", name="Save", exact=True).click()
        expect(self.page.get_by_role("button", name="Save", exact=True)).to_be_hidden()
        for _ in range(600):
            written = [text for path, text in self._read().items() if text != before.get(path)]
            if written and all(written):
                return
            self.page.wait_for_timeout(100)
        raise AssertionError("The editor closed the form and wrote nothing.")

    def refused(self, message: str) -> None:
        """Press Save, read why nothing is saved, and go back to the form."""
        self.page.get_by_role("button", name="Save", exact=True).click()
        said = self.page.get_by_role("alertdialog")
        expect(said).to_contain_text(message)
        said.get_by_role("button", name="OK").click()
        expect(said).to_be_hidden()

    def copy_back(self) -> None:
        """Bring the repository's folder to what the editor has written."""
        for path, text in self._read().items():
            place = self.settings.root / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(text, "utf-8", newline="")

    def _read(self) -> dict[str, str]:
        """Read all files; begin again where one is replaced just then."""
        for _ in range(150):
            with suppress(Error):
                found: dict[str, str] = self.page.evaluate(READ)
                return found
            self.page.wait_for_timeout(200)
        raise AssertionError("The editor's files never came to rest.")

    def changed(self) -> list[str]:
        """Return what git counts as changed since the last commit, a line a file."""
        self.copy_back()
        self.git("add", "--intent-to-add", "content")
        return self.git("diff", "--numstat").replace("\t", " ").splitlines()


@contextmanager
def desk(
    browser: Browser, content: Path, root: Path, *, height: int = 5000, today: str = TODAY
) -> Iterator[Desk]:
    """Open the form editor on a repository with this content; the folder has been chosen."""
    settings = repository(content, root)
    with (
        served(settings) as site,
        opened(browser, settings, site.address, height=height, today=today) as work,
    ):
        work.page.get_by_role("button", name="Work with Local Repository").click()
        expect(work.page.get_by_role("button", name="New").first).to_be_visible()
        yield work


@contextmanager
def opened(
    browser: Browser,
    settings: Settings,
    address: str,
    *,
    height: int = 5000,
    today: str = TODAY,
) -> Iterator[Desk]:
    """Open the form editor of a served site; a press on its button then chooses the folder.

    The window is tall, because the editor draws only those fields of a form that are in sight.
    """
    context = browser.new_context(viewport={"width": 1280, "height": height})
    context.clock.set_fixed_time(today)
    context.add_init_script(PICKER)
    page = context.new_page()
    at_work = Desk(settings, address, page)
    page.expose_function("pressed", at_work.press)
    page.on("requestfinished", lambda asked: _note(at_work, asked))
    page.on("requestfailed", lambda asked: _note(at_work, asked, failed=True))
    page.goto(address)
    texts = {path: (settings.root / path).read_text("utf-8") for path in _texts(settings.root)}
    page.evaluate(FILL, texts)
    page.goto(f"{address}edit/#/collections")
    expect(page.get_by_role("button", name="Work with Local Repository")).to_be_visible()
    yield at_work
    context.close()


def repository(content: Path, root: Path) -> Settings:
    """Make a git repository of some content, with a site that holds the form editor alone."""
    shutil.copytree(content, root / "content")
    settings = Settings(root)
    settings.site.mkdir()
    (settings.site / "index.html").write_text("<!doctype html><title>Site</title>", "utf-8")
    (root / ".gitignore").write_text("/docs/\n/site/\n", "utf-8")
    build.add_form_editor(settings, None, "main")
    for words in (["init", "--quiet"], ["add", "."], ["commit", "--quiet", "--message=Before"]):
        git = ["git", "-c", "user.name=Editor", "-c", "user.email=editor@city.example"]
        subprocess.run([*git, *words], cwd=root, check=True)
    return settings


def _texts(root: Path) -> list[str]:
    found = sorted((root / "content").rglob("*"))
    return [p.relative_to(root).as_posix() for p in found if p.suffix in {".md", ".yml"}]


def _note(at_work: Desk, asked: Request, *, failed: bool = False) -> None:
    """Note a request that reached another machine; one that the policy refused never left."""
    if asked.url.startswith((at_work.address, "data:", "blob:")):
        return
    if not failed or asked.failure != "csp":
        at_work.left.append(f"{asked.url} {asked.failure}")
