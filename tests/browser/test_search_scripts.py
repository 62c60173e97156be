"""Search in languages of other scripts, with and without spaces, each by its own index."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sites import served

from generator.core.settings import Settings
from generator.publish.search import index_files
from generator.theme import ASSETS

pytestmark = pytest.mark.slow

PAGE = """<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
</head><body><article data-pagefind-body><h1>{title}</h1><p>{text}</p></article></body></html>"""
TITLES = {
    "ar": ("المقاهي على الرصيف", "خريطة الأشجار"),
    "de": ("Öffentliche Fahrräder für Alle", "Straßenbäume"),
    "el": ("Ποδήλατα για όλους", "Χάρτης δέντρων"),
    "he": ("אופניים שיתופיים", "מפת עצים"),
    "hi": ("साझा साइकिल", "पेड़ों का नक्शा"),
    "ja": ("市内に共有自転車を増やす", "街路樹の地図を作る"),
    "ko": ("공유 자전거 늘리기", "나무 지도"),
    "ru": ("Кафе могут ставить столы", "Карта деревьев"),
    "th": ("ร้านกาแฟตั้งโต๊ะบนทางเท้าได้", "แผนที่ต้นไม้ในเมือง"),
    "tr": ("Paylaşımlı bisikletler", "Ağaç haritası"),
    "vi": ("Xe đạp công cộng", "Bản đồ cây xanh"),
    "zh": ("增加市内共享自行车数量", "绘制行道树地图"),
}
"""A page of which a word is asked for, and another one."""
ASKED = {
    "ar": ("المقاهي",),
    "de": ("fahrräder", "Fahrrad", "offentliche"),
    "el": ("ποδήλατα", "ΠΟΔΗΛΑΤΑ"),
    "he": ("אופניים",),
    "hi": ("साइकिल",),
    "ja": ("自転車", "共有"),
    "ko": ("자전거",),
    "ru": ("кафе", "СТОЛЫ", "стол"),
    "th": ("ร้านกาแฟ", "โต๊ะ"),
    "tr": ("bisiklet", "paylasimli"),
    "vi": ("đạp", "cong cong"),
    "zh": ("自行车", "共享", "共享自行车"),
}
ASK = """async ([top, asked]) => {
  const { openIndex } = await import(`${top}assets/js/search-index.js`);
  const index = await openIndex("");
  const found = [];
  for (const words of asked) {
    const { results } = await index.find(words);
    found.push((await Promise.all(results.map((one) => one.data()))).map((one) => one.raw_url));
  }
  return found;
}"""


def _write(site: Path) -> None:
    for language, titles in TITLES.items():
        folder = site / language
        for name, title in zip(("wanted", "other"), titles, strict=True):
            file = folder / name / "index.html"
            file.parent.mkdir(parents=True)
            file.write_text(PAGE.format(language=language, title=title, text=title), "utf-8")
        for path, content in index_files(folder).items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        shutil.copytree(ASSETS / "js", folder / "assets" / "js")


def test_a_word_of_any_script_finds_its_page(browser: Browser, tmp_path: Path) -> None:
    """In any case, without accents, inside writing without spaces; the other page is not."""
    settings = Settings(tmp_path)
    _write(settings.site)
    missed = []
    with served(settings) as site:
        tab = browser.new_page()
        for language, asked in ASKED.items():
            top = f"{site.address}{language}/"
            tab.goto(f"{top}wanted/")
            answers = tab.evaluate(ASK, [top, asked])
            missed += [
                (language, words, pages)
                for words, pages in zip(asked, answers, strict=True)
                if pages != ["/wanted/"]
            ]
        tab.close()
    assert missed == []
