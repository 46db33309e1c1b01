"""An OpenDocument text with something to hide in every corner. What nobody may find holds the canary."""

from __future__ import annotations

from tests.privacy.documents.dirty_word import CANARY as C
from tests.privacy.documents.dirty_word import packed
from tests.privacy.photographs import photograph

ODF = "urn:oasis:names:tc:opendocument:xmlns"
SPACES = " ".join(
    f'xmlns:{short}="{ODF}:{name}:1.0"'
    for short, name in {
        **{"office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing"},
        **{"svg": "svg-compatible", "form": "form", "script": "script", "fo": "xsl-fo-compatible"},
    }.items()
) + (
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
    f' xmlns:x="http://{C}.example/"'
)
STYLES = """<style:style style:name="Verborgen" style:family="text">
  <style:text-properties text:display="none"/></style:style>
<style:style style:name="Dieper" style:family="text" style:parent-style-name="Verborgen"/>"""
WHO = f"<dc:creator>{C}</dc:creator><dc:date>2024-01-01</dc:date>"
TEXT = f"""
<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><office:change-info>{WHO}
</office:change-info><text:p>{C}</text:p></text:deletion></text:changed-region></text:tracked-changes>
<office:forms form:automatic-focus="false"><form:form form:name="{C}"/></office:forms>
<text:user-field-decls><text:user-field-decl text:name="{C}"/></text:user-field-decls>
<text:p x:who="{C}" xml:id="{C}">Gewone tekst.<!-- {C} --></text:p>
<text:p><text:change-start text:change-id="c2"/>Ingevoegd.<text:change-end text:change-id="c2"/>
<text:change text:change-id="c1"/></text:p>
<text:p>Besproken.<office:annotation office:name="{C}">{WHO}<text:p>{C}</text:p></office:annotation>
<office:annotation-end office:name="{C}"/></text:p>
<text:p><text:span text:style-name="Verborgen">{C}</text:span><text:span text:style-name="Dieper">{C}
</text:span><text:hidden-text text:string-value="{C}">{C}</text:hidden-text>Zichtbaar.</text:p>
<text:p><text:a xlink:href="https://{C}.example/" office:title="{C}">Een koppeling</text:a>
<text:author-name>{C}</text:author-name><text:sender-email>{C}</text:sender-email>
<text:file-name text:display="full">{C}</text:file-name><text:date text:date-value="{C}">vandaag</text:date>
<text:page-number>3</text:page-number><text:bookmark text:name="{C}"/>
<text:conditional-text text:string-value-if-false="{C}">Voorwaarde</text:conditional-text></text:p>
<text:p><loext:content-control loext:alias="{C}">In een veld</loext:content-control></text:p>
<text:section text:name="{C}"><text:section-source xlink:href="file:///{C}.odt"/>
<text:p>In een deel</text:p></text:section>
<text:section text:name="verborgen" text:display="none"><text:p>{C}</text:p></text:section>
<text:p><draw:frame draw:name="{C}"><draw:image xlink:href="Pictures/{C}.jpg" draw:filter-name="{C}"/>
<svg:desc>Het plein voor het stadhuis</svg:desc></draw:frame>
<draw:frame><draw:image xlink:href="file:///C:/{C}.jpg"/></draw:frame>
<draw:frame><draw:object xlink:href="./Object 1"/>
<draw:image xlink:href="./ObjectReplacements/Object 1"/></draw:frame>
<draw:frame><draw:text-box><text:p>In een kader</text:p></draw:text-box></draw:frame></text:p>
<table:table table:name="{C}"><table:table-row><table:table-cell office:value-type="string"
office:string-value="{C}" table:formula="{C}"><text:p>Cel</text:p></table:table-cell>
</table:table-row></table:table>
<text:p>Noot<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>
<text:p>Voetnoot</text:p></text:note-body></text:note></text:p>"""
SEEN = [
    *("Gewone tekst.", "Ingevoegd.", "Besproken.", "Zichtbaar.", "Een koppeling", "vandaag", "Voorwaarde"),
    *(
        "In een veld",
        "In een deel",
        "In een kader",
        "Cel",
        "Voetnoot",
        "Kopregel",
        "Het plein voor het stadhuis",
    ),
]


def dirty_opendocument() -> bytes:
    scripts = f'<office:scripts><office:script script:language="{C}"/></office:scripts>'
    head = "<style:header><text:p>Kopregel</text:p></style:header>"
    plain = f"<x>{C}</x>"
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {SPACES}>{scripts}<office:automatic-styles>{STYLES}"
            f"</office:automatic-styles><office:body><office:text>{TEXT}</office:text></office:body>"
            "</office:document-content>",
            "styles.xml": f"<office:document-styles {SPACES}><office:styles/><office:master-styles>"
            f'<style:master-page style:name="Standard">{head}</style:master-page>'
            "</office:master-styles></office:document-styles>",
            "meta.xml": plain,
            "settings.xml": plain,
            "manifest.rdf": plain,
            "META-INF/manifest.xml": "<manifest/>",
            "META-INF/documentsignatures.xml": plain,
            "Thumbnails/thumbnail.png": photograph("PNG"),
            "Basic/Standard/Module1.xml": plain,
            "Object 1/content.xml": plain,
            "ObjectReplacements/Object 1": C.encode(),
            "layout-cache": C.encode(),
            f"Pictures/{C}.jpg": photograph("JPEG"),
            "Versions/Version1": C.encode(),
        }
    )
