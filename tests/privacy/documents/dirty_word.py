"""A Word document with something to hide in every corner. What nobody may find holds CANARY."""

from __future__ import annotations

import zipfile
from io import BytesIO

from tests.privacy.photographs import photograph

CANARY = C = "Kanarie"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    f'xmlns:x="http://{C}.example/" mc:Ignorable="w14 x"'
)
WHO = f'w:author="{C}" w:date="2024-01-01T00:00:00Z" w:initials="{C}" w:id="1"'


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t xml:space='preserve'>{text}</w:t></w:r>"


def field(code: str, shown: str) -> str:
    def mark(kind: str) -> str:
        form = f'<w:ffData><w:name w:val="{C}"/></w:ffData>' if kind == "begin" else ""
        return f'<w:r><w:fldChar w:fldCharType="{kind}">{form}</w:fldChar></w:r>'

    code_run = f"<w:r><w:instrText>{code}</w:instrText></w:r>"
    return mark("begin") + code_run + mark("separate") + run(shown) + mark("end")


def drawing(name: str, description: str) -> str:
    return f"""<w:r><w:drawing><wp:inline><wp:extent cx="100" cy="100"/>
      <wp:docPr id="1" name="{C}.jpg" descr="{description}" title="{C}">
        <a:hlinkClick r:id="link"/></wp:docPr>
      <a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>
        <pic:nvPicPr><pic:cNvPr id="0" name="{C}.jpg" descr="{C}"/><pic:cNvPicPr/></pic:nvPicPr>
        <pic:blipFill><a:blip r:embed="{name}" r:link="linked"><a:extLst><a:ext uri="{C}"/></a:extLst>
        </a:blip></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic>
    </wp:inline></w:drawing></w:r>"""


NOT_HIDDEN = '<w:vanish w:val="0"/>'
IN_HIDDEN_STYLE = '<w:rStyle w:val="Verborgen"/>'
IN_DEEPER_STYLE = '<w:rStyle w:val="Dieper"/>'
PARAGRAPHS = [
    f'<w:p w:rsidR="{C}" w14:paraId="{C}" x:who="{C}">{run("Gewone tekst.")}</w:p>',
    f'<w:p><w:pPr><w:pStyle w:val="{C}kop"/></w:pPr>{run("Eigen kop")}</w:p>',
    f"<w:p><w:ins {WHO}>{run('Ingevoegd.')}</w:ins><w:del {WHO}><w:r><w:delText>{C}</w:delText></w:r>"
    f"</w:del><w:moveFrom {WHO}>{run(C)}</w:moveFrom><w:moveTo {WHO}>{run('Verplaatst.')}</w:moveTo></w:p>",
    f"<w:p><w:pPr><w:rPr><w:ins {WHO}/></w:rPr><w:pPrChange {WHO}><w:pPr/></w:pPrChange></w:pPr>"
    f"{run('Opgemaakt.', f'<w:rPrChange {WHO}><w:rPr/></w:rPrChange>')}</w:p>",
    f'<w:p><w:commentRangeStart w:id="7"/>{run("Besproken.")}<w:commentRangeEnd w:id="7"/>'
    f'<w:r><w:commentReference w:id="7"/></w:r><w:bookmarkStart w:id="2" w:name="{C}"/></w:p>',
    f"<w:p>{run(C, '<w:vanish/>')}{run('Zichtbaar.', NOT_HIDDEN)}</w:p>",
    f"<w:p>{run(C, IN_HIDDEN_STYLE)}{run(C, IN_DEEPER_STYLE)}</w:p>",
    f"<w:p>{field(f'PAGE MERGEFORMAT {C}', '3')}{field(f'AUTHOR {C}', C)}"
    f"{field(f'HYPERLINK file:///{C}', 'Een verwijzing')}"
    f"{field('INCLUDETEXT ' + CANARY, 'Overgenomen')}{field('FORMTEXT', 'Ingevuld')}</w:p>",
    f'<w:p><w:fldSimple w:instr="USERNAME {C}">{run(C)}</w:fldSimple>'
    f'<w:fldSimple w:instr="REF {C}">{run("Verwezen")}</w:fldSimple></w:p>',
    f'<w:p><w:hyperlink r:id="link" w:tooltip="{C}">{run("Een koppeling")}</w:hyperlink></w:p>',
    f'<w:sdt><w:sdtPr><w:alias w:val="{C}"/><w:dataBinding w:xpath="/{C}"/></w:sdtPr><w:sdtContent>'
    f"<w:p>{run('In een veld')}</w:p></w:sdtContent></w:sdt>",
    f'<w:p><w:smartTag w:uri="{C}" w:element="x"><w:smartTagPr><w:attr w:name="{C}" w:val="1"/>'
    f"</w:smartTagPr>{run('Slim label')}</w:smartTag></w:p>",
    f"<w:p>{drawing('photo', 'Het plein voor het stadhuis')}{drawing('photo', f'C:/{C}/foto.jpg')}</w:p>",
    f"<w:p>{drawing('chart', C)}{drawing('vector', C)}</w:p>",
    f'<w:p><w:r><w:object><v:shape id="{C}"/><o:OLEObject r:id="ole" ProgID="{C}"/></w:object></w:r>'
    f'<w:r><w:pict><v:shape alt="{C}"/></w:pict></w:r></w:p>',
    '<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps w14"><w:drawing><wp:inline>'
    f'<wp:docPr id="9" name="{C}"/><a:graphic><a:graphicData uri="x"><wps:wsp><wps:txbx><w:txbxContent>'
    f"<w:p>{run('In een kader')}</w:p></w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    f"</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape alt='{C}'/></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r></w:p>",
    f"<w:tbl><w:tr><w:trPr><w:del {WHO}/></w:trPr><w:tc><w:p>{run(C)}</w:p></w:tc></w:tr>"
    f"<w:tr><w:tc><w:p>{run('Cel')}</w:p></w:tc><w:tc><w:tcPr><w:cellDel {WHO}/></w:tcPr><w:p>{run(C)}</w:p>"
    "</w:tc></w:tr></w:tbl>",
    f'<w:altChunk r:id="chunk"/><w:subDoc r:id="chunk"/><!-- {C} --><?{C} x?>',
]
SEEN = [
    *("Gewone tekst.", "Eigen kop", "Ingevoegd.", "Verplaatst.", "Opgemaakt.", "Besproken.", "Zichtbaar."),
    *("Een verwijzing", "Overgenomen", "Ingevuld", "Verwezen", "Een koppeling", "In een veld", "Slim label"),
    *("In een kader", "Cel", "Kopregel", "Voetnoot", "Het plein voor het stadhuis"),
]
STYLES = f"""<w:styles {SPACES}>
  <w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/></w:style>
  <w:style w:type="paragraph" w:customStyle="1" w:styleId="{C}kop"><w:name w:val="{C}"/>
    <w:aliases w:val="{C}"/><w:basedOn w:val="Standaard"/></w:style>
  <w:style w:type="character" w:styleId="Verborgen"><w:name w:val="x"/><w:rPr><w:vanish/></w:rPr></w:style>
  <w:style w:type="character" w:styleId="Dieper"><w:name w:val="y"/><w:basedOn w:val="Verborgen"/></w:style>
</w:styles>"""
SETTINGS = f"""<w:settings {SPACES}><w:attachedTemplate r:id="template"/><w:trackRevisions/>
  <w:docVars><w:docVar w:name="{C}" w:val="{C}"/></w:docVars><w:evenAndOddHeaders/>
  <w:rsids><w:rsid w:val="{C}"/></w:rsids></w:settings>"""
PLAIN = f"<x>{C}</x>"
# Kind of relation, target, content; None for what lies outside the package.
RELATED: dict[str, tuple[str, str, str | bytes | None]] = {
    "styles": ("styles", "styles.xml", STYLES),
    "settings": ("settings", "settings.xml", SETTINGS),
    "comments": ("comments", "comments.xml", PLAIN),
    "people": ("people", "people.xml", PLAIN),
    "head": ("header", "header1.xml", f"<w:hdr {SPACES}><w:p>{run('Kopregel')}</w:p></w:hdr>"),
    "notes": (
        "footnotes",
        "footnotes.xml",
        f"<w:footnotes {SPACES}><w:footnote w:id='1'><w:p>{run('Voetnoot')}"
        f"<w:ins {WHO}/></w:p></w:footnote></w:footnotes>",
    ),
    "photo": ("image", f"media/{C}.jpg", photograph("JPEG")),
    "vector": ("image", "media/a.emf", CANARY.encode() * 10),
    "chart": ("chart", "charts/chart1.xml", PLAIN),
    "ole": ("oleObject", "embeddings/a.bin", CANARY.encode()),
    "macro": ("vbaProject", "vbaProject.bin", CANARY.encode()),
    "custom": ("customXml", "../customXml/item1.xml", PLAIN),
    "fonts": ("fontTable", "fontTable.xml", PLAIN),
    "chunk": ("aFChunk", "a.html", PLAIN),
    "link": ("hyperlink", f"https://{C}.example/", None),
    "linked": ("image", f"file:///C:/{C}.jpg", None),
    "template": ("attachedTemplate", f"file:///C:/{C}.dotm", None),
}


def dirty_word() -> bytes:
    body = "".join(PARAGRAPHS)
    head = '<w:headerReference w:type="default" r:id="head"/>'
    body += f'<w:sectPr>{head}<w:printerSettings r:id="ole"/></w:sectPr>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(
            [
                ("a", "officeDocument", "word/document.xml", ""),
                ("b", "core-properties", "docProps/core.xml", ""),
                ("c", "thumbnail", "docProps/thumbnail.jpeg", ""),
            ]
        ),
        "docProps/core.xml": PLAIN,
        "docProps/app.xml": PLAIN,
        "docProps/custom.xml": PLAIN,
        "docProps/thumbnail.jpeg": photograph("JPEG"),
        "word/document.xml": f"<w:document {SPACES}><w:body>{body}</w:body></w:document>",
        f"word/{C}.xml": PLAIN,
    }
    outer = []
    for name, (kind, target, content) in RELATED.items():
        outer.append((name, kind, target, "External" if content is None else "Internal"))
        if content is not None:
            parts[f"word/{target}".replace("word/../", "")] = content
    parts["word/_rels/document.xml.rels"] = relations(outer)
    return packed(parts)


def relations(rows: list[tuple[str, str, str, str]]) -> str:
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    lines = "".join(
        f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}" TargetMode="{mode or "Internal"}"/>'
        for name, kind, target, mode in rows
    )
    return f'<Relationships xmlns="{space}">{lines}</Relationships>'


def packed(parts: dict[str, str | bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.comment = CANARY.encode()
    return target.getvalue() + CANARY.encode()
