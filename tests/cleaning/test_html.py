from __future__ import annotations

import pytest
from lxml import etree, html

from detente.cleaning import Article, clean, markup
from detente.sources import Page

HEAD = """<head><title>Le bassin rouvre - Le Quai</title>
<meta property="og:site_name" content="Le Quai">
<meta property="article:published_time" content="2012-03-05T08:10:00+01:00">
<script type="application/ld+json">{"@graph": [{"@type": "WebPage", "name": "x"},
 {"@type": ["NewsArticle"], "headline": "Le bassin rouvre", "author": [{"name": "Odile Ramberval"}],
  "datePublished": "2012-03-05T08:10:00+01:00", "dateModified": "2012-03-06",
  "articleSection": "Région", "keywords": "port, tempête"}]}</script>
<script type="application/ld+json">{broken</script></head>"""
PAGE = f"""<html>{HEAD}<body>
<nav><ul><li><a href="/">Accueil</a></li><li><a href="/m">Monde</a></li></ul></nav>
<div class="ticker">
<a href="/x">Cyclisme : l'étape annulée à cause de la neige tombée cette nuit</a></div>
<article><h1>Le bassin rouvre</h1>
<p class="chapo">La jetée est réparée après un hiver de travaux</p>
<div class="author">Par Odile Ramberval</div>
<time datetime="2012-03-05">Publié le 5 mars 2012</time>
<figure><img src="a.jpg"><figcaption>Le bassin vu de la digue. © Jules Arvant</figcaption></figure>
<div class="body"><p>Le ministre des Ports a annoncé <b>mardi</b> la réouverture du bassin, fermé
depuis la tempête qui avait emporté la jetée.</p>
<div class="related"><p>Lire aussi</p>
<a href="/y">Le chantier de la jetée en images et en chiffres</a></div>
<h2>Un hiver de travaux</h2>
<p>« Les pêcheurs retrouveront leur quai », a-t-il
promis devant les élus,<br>sans donner de date.</p>
</div></article>
<aside class="newsletter">
<p>Recevez chaque matin l'essentiel de l'actualité du port dans votre boîte.</p></aside>
<script>var x = "Le script n'est pas du texte.";</script>
<footer>Mentions légales</footer></body></html>"""


@pytest.fixture(scope="module")
def article() -> Article:
    return clean(Page(id="page", media_type="text/html", content=PAGE, sha256="0"))


def words(article: Article, label: str) -> list[str]:
    return [article.text[b.start : b.end] for b in article.blocks if b.label == label]


def test_each_part_of_the_page_has_its_label(article: Article) -> None:
    assert words(article, "title") == ["Le bassin rouvre"]
    assert words(article, "standfirst") == ["La jetée est réparée après un hiver de travaux"]
    assert words(article, "byline") == ["Par Odile Ramberval"]
    assert words(article, "pubdate") == ["Publié le 5 mars 2012"]
    assert words(article, "caption") == ["Le bassin vu de la digue. © Jules Arvant"]
    assert [line[:11] for line in words(article, "body")] == [
        "Le ministre",
        "Un hiver de",
        "« Les pêche",
    ]
    assert words(article, "navigation") == ["Accueil", "Monde", "Mentions légales"]
    assert len(words(article, "related")) == 3
    assert len(words(article, "promo")) == 1


def test_blocks_know_their_element(article: Article) -> None:
    tree = html.document_fromstring(PAGE)
    for block in article.blocks:
        assert block.path is not None
        (element,) = etree.ElementTree(tree).findall(f".{block.path.removeprefix('/html')}")
        said = " ".join(article.text[block.start : block.end].split())
        assert said in " ".join(str(element.xpath("string()")).split()).replace(
            "élus,sans", "élus, sans"
        )


def test_scripts_are_no_text_and_breaks_part_no_sentence(article: Article) -> None:
    assert "script" not in article.text
    assert "devant les élus,\nsans donner" in article.text


def test_what_the_page_declares_is_kept(article: Article) -> None:
    metadata = article.metadata
    assert (metadata.title, metadata.outlet) == ("Le bassin rouvre", "Le Quai")
    assert (metadata.authors, metadata.section) == (("Odile Ramberval",), "Région")
    assert metadata.tags == ("port", "tempête")
    assert [date.supports for date in article.declared] == [
        "2012-03-05",
        "../2012-03-06",
        "2012-03-05",
    ]
    visible = article.declared[-1]
    assert visible.start is not None
    assert article.text[visible.start : visible.end] == "5 mars 2012"


def test_a_hint_that_holds_the_story_is_not_believed() -> None:
    content = PAGE.replace('<div class="body">', '<div class="menu-sidebar-comments">')
    found = clean(Page(id="page", media_type="text/html", content=content, sha256="0"))
    assert len(words(found, "body")) == 3


@pytest.mark.parametrize(
    ("content", "what"),
    [
        ("<div>" * 100_000 + "x", "The page is nested too deeply."),
        ("<p>x" * (markup.MOST_TAGS + 1), "The page has too many elements."),
        (f"<p {'a ' * 300_000}>x", "The page has an element with too many attributes."),
        ("<!-- nothing -->", "The page is no HTML."),
    ],
)
def test_bad_html_is_told(content: str, what: str) -> None:
    found = clean(Page(id="page", media_type="text/html", content=content, sha256="0"))
    assert [(p.severity, p.what) for p in found.problems] == [("error", what)]
    assert found.blocks == ()
