package vn.dondoc.samples;

import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** The styles of the documents; headings carry their outline level, as those of real documents do. */
final class WordStyles {

    static final String NORMAL = "Normal";
    static final String TITLE = "Title";
    static final String SUBJECT = "Subtitle";
    static final String NOTE = "Note";

    private WordStyles() {}

    static String heading(int level) {
        return "Heading" + level;
    }

    static void addTo(XWPFDocument document) {
        var styles = document.createStyles();
        var fonts = CTFonts.Factory.newInstance();
        fonts.setAscii("Times New Roman");
        fonts.setHAnsi("Times New Roman");
        fonts.setCs("Times New Roman");
        fonts.setEastAsia("Times New Roman");
        styles.setDefaultFonts(fonts);
        styles.addStyle(style(NORMAL, "Normal", 28, false, false));
        styles.addStyle(style(TITLE, "Title", 28, true, false));
        styles.addStyle(style(SUBJECT, "Subtitle", 28, true, false));
        styles.addStyle(style(NOTE, "Note", 26, false, true));
        for (int level = 1; level <= 2; level++) {
            var heading = style(heading(level), "heading " + level, 28, true, false);
            heading.getCTStyle().addNewPPr().addNewOutlineLvl().setVal(BigInteger.valueOf(level - 1L));
            styles.addStyle(heading);
        }
    }

    private static XWPFStyle style(String id, String name, int halfPoints, boolean bold, boolean italic) {
        var style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.addNewQFormat();
        if (id.equals(NORMAL)) {
            style.setDefault(true);
        } else {
            style.addNewBasedOn().setVal(NORMAL);
        }
        look(style.addNewRPr(), halfPoints, bold, italic);
        return new XWPFStyle(style);
    }

    private static void look(CTRPr look, int halfPoints, boolean bold, boolean italic) {
        if (bold) {
            look.addNewB();
        }
        if (italic) {
            look.addNewI();
        }
        look.addNewSz().setVal(BigInteger.valueOf(halfPoints));
    }
}
