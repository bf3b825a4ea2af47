package vn.dondoc.samples;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** A4 pages, upright or landscape; a section of the document ends where the next pages differ. */
final class WordPages {

    private static final int SHORT_EDGE = Twips.ofMillimetres(210);
    private static final int LONG_EDGE = Twips.ofMillimetres(297);
    private static final int TOP = Twips.ofMillimetres(20);
    private static final int LEFT = Twips.ofMillimetres(30);
    private static final int RIGHT = Twips.ofMillimetres(15);

    private final XWPFDocument document;
    private boolean landscape;

    WordPages(XWPFDocument document) {
        this.document = document;
    }

    int textWidth() {
        return (landscape ? LONG_EDGE : SHORT_EDGE) - LEFT - RIGHT;
    }

    /** Word keeps the form of a section in the last paragraph of it. */
    void next(boolean landscapeNext) {
        var last = document.createParagraph().getCTP();
        describe((last.isSetPPr() ? last.getPPr() : last.addNewPPr()).addNewSectPr());
        landscape = landscapeNext;
    }

    void finish() {
        var body = document.getDocument().getBody();
        describe(body.isSetSectPr() ? body.getSectPr() : body.addNewSectPr());
    }

    private void describe(CTSectPr section) {
        var size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(landscape ? LONG_EDGE : SHORT_EDGE));
        size.setH(BigInteger.valueOf(landscape ? SHORT_EDGE : LONG_EDGE));
        if (landscape) {
            size.setOrient(STPageOrientation.LANDSCAPE);
        }
        var margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(TOP));
        margins.setBottom(BigInteger.valueOf(TOP));
        margins.setLeft(BigInteger.valueOf(LEFT));
        margins.setRight(BigInteger.valueOf(RIGHT));
    }
}
