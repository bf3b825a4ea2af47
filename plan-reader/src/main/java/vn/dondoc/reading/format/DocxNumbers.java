package vn.dondoc.reading.format;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNum;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;

/** Counts automatic numbering as Word does, so that "2.1." stands in the text although the file does not hold it. */
final class DocxNumbers {

    private static final int LEVELS = 9;
    private static final int DEEPEST_STYLE = 10;

    private final XWPFDocument word;
    private final @Nullable XWPFNumbering numbering;
    private final Map<BigInteger, int[]> counters = new HashMap<>();
    private final Set<String> restarted = new HashSet<>();

    DocxNumbers(XWPFDocument word) {
        this.word = word;
        this.numbering = word.getNumbering();
    }

    /** The mark that Word shows before a paragraph, with a space after it; empty without one. */
    String before(XWPFParagraph paragraph) {
        CTNumPr properties = numberOf(paragraph);
        BigInteger list = properties == null || properties.getNumId() == null ? null : properties.getNumId().getVal();
        XWPFNum num = list == null || list.signum() == 0 || numbering == null ? null : numbering.getNum(list);
        if (properties == null || list == null || num == null) {
            return "";
        }
        int level = properties.getIlvl() == null ? 0 : Math.clamp(properties.getIlvl().getVal().longValue(), 0, LEVELS - 1);
        CTLvl form = level(num, level);
        if (form == null || form.getNumFmt() == null) {
            return "";
        }
        // Lists of one form count on, unless the list says where it starts
        int[] counts = counters.computeIfAbsent(num.getCTNum().getAbstractNumId().getVal(), id -> new int[LEVELS]);
        count(counts, num, list, level);
        String format = form.getNumFmt().getVal().toString();
        return switch (format) {
            case "bullet" -> "- ";
            case "none" -> "";
            default -> printed(num, counts, level, form) + " ";
        };
    }

    private void count(int[] counts, XWPFNum num, BigInteger list, int level) {
        BigInteger override = startOverride(num, level);
        if (override != null && restarted.add(list + "/" + level)) {
            counts[level] = override.intValue();
        } else {
            counts[level] = counts[level] == 0 ? start(num, level) : counts[level] + 1;
        }
        for (int below = level + 1; below < LEVELS; below++) {
            counts[below] = 0;
        }
    }

    private String printed(XWPFNum num, int[] counts, int level, CTLvl form) {
        String pattern = form.getLvlText() == null || form.getLvlText().getVal() == null ? "%" + (level + 1) + "." : form.getLvlText().getVal();
        for (int i = 0; i <= level; i++) {
            CTLvl own = level(num, i);
            String format = own == null || own.getNumFmt() == null || form.isSetIsLgl() ? "decimal" : own.getNumFmt().getVal().toString();
            int number = counts[i] == 0 ? start(num, i) : counts[i];
            pattern = pattern.replace("%" + (i + 1), Numerals.printed(number, format));
        }
        return pattern;
    }

    private int start(XWPFNum num, int level) {
        CTLvl form = level(num, level);
        return form == null || form.getStart() == null ? 1 : form.getStart().getVal().intValue();
    }

    private static @Nullable BigInteger startOverride(XWPFNum num, int level) {
        for (CTNumLvl override : num.getCTNum().getLvlOverrideList()) {
            if (override.getIlvl().intValue() == level && override.getStartOverride() != null) {
                return override.getStartOverride().getVal();
            }
        }
        return null;
    }

    private @Nullable CTLvl level(XWPFNum num, int level) {
        for (CTNumLvl override : num.getCTNum().getLvlOverrideList()) {
            if (override.getIlvl().intValue() == level && override.isSetLvl()) {
                return override.getLvl();
            }
        }
        XWPFAbstractNum form = numbering == null ? null : numbering.getAbstractNum(num.getCTNum().getAbstractNumId().getVal());
        if (form != null) {
            for (CTLvl one : form.getCTAbstractNum().getLvlList()) {
                if (one.getIlvl().intValue() == level) {
                    return one;
                }
            }
        }
        return null;
    }

    /** Of the paragraph itself, else of its style or one that this is based on. */
    private @Nullable CTNumPr numberOf(XWPFParagraph paragraph) {
        if (paragraph.getCTP().getPPr() != null && paragraph.getCTP().getPPr().getNumPr() != null) {
            return paragraph.getCTP().getPPr().getNumPr();
        }
        String id = paragraph.getStyleID();
        for (int depth = 0; id != null && word.getStyles() != null && depth < DEEPEST_STYLE; depth++) {
            XWPFStyle style = word.getStyles().getStyle(id);
            if (style == null) {
                return null;
            }
            if (style.getCTStyle().getPPr() != null && style.getCTStyle().getPPr().getNumPr() != null) {
                return style.getCTStyle().getPPr().getNumPr();
            }
            id = style.getBasisStyleID();
        }
        return null;
    }
}
