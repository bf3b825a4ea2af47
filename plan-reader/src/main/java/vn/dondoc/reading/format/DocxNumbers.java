package vn.dondoc.reading.format;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTNumbering;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;

/** Counts automatic numbering as Word does, so that "2.1." stands in the text although the file does not hold it. */
final class DocxNumbers {

    private static final int LEVELS = 9;
    private static final BigInteger NO_LIST = BigInteger.ZERO;

    private final DocxStyles styles;
    private final Map<BigInteger, CTNum> lists = new HashMap<>();
    private final Map<BigInteger, CTAbstractNum> forms = new HashMap<>();
    private final Map<BigInteger, int[]> counters = new HashMap<>();
    private final Set<String> restarted = new HashSet<>();

    private record Place(BigInteger list, int level) {
    }

    DocxNumbers(@Nullable CTNumbering numbering, DocxStyles styles) {
        this.styles = styles;
        if (numbering != null) {
            numbering.getNumList().forEach(list -> lists.putIfAbsent(list.getNumId(), list));
            numbering.getAbstractNumList().forEach(form -> forms.putIfAbsent(form.getAbstractNumId(), form));
        }
    }

    /** The mark that Word shows before a paragraph, with a space after it; empty without one. */
    String before(CTP paragraph) {
        Place place = lists.isEmpty() ? null : placeOf(paragraph);
        CTNum list = place == null ? null : lists.get(place.list());
        if (place == null || list == null) {
            return "";
        }
        int level = place.level();
        CTLvl form = level(list, level);
        if (form == null || form.getNumFmt() == null) {
            return "";
        }
        // Lists of one form count on, unless the list says where it starts
        int[] counts = counters.computeIfAbsent(list.getAbstractNumId().getVal(), id -> new int[LEVELS]);
        count(counts, list, place);
        String format = form.getNumFmt().getVal().toString();
        return switch (format) {
            case "bullet" -> "- ";
            case "none" -> "";
            default -> printed(list, counts, level, form) + " ";
        };
    }

    private void count(int[] counts, CTNum list, Place place) {
        int level = place.level();
        BigInteger override = startOverride(list, level);
        if (override != null && restarted.add(place.list() + "/" + level)) {
            counts[level] = override.intValue();
        } else {
            counts[level] = counts[level] == 0 ? start(list, level) : counts[level] + 1;
        }
        for (int below = level + 1; below < LEVELS; below++) {
            counts[below] = 0;
        }
    }

    private String printed(CTNum list, int[] counts, int level, CTLvl form) {
        String pattern = form.getLvlText() == null || form.getLvlText().getVal() == null ? "%" + (level + 1) + "." : form.getLvlText().getVal();
        for (int i = 0; i <= level; i++) {
            CTLvl own = level(list, i);
            String format = own == null || own.getNumFmt() == null || form.isSetIsLgl() ? "decimal" : own.getNumFmt().getVal().toString();
            int number = counts[i] == 0 ? start(list, i) : counts[i];
            pattern = pattern.replace("%" + (i + 1), Numerals.printed(number, format));
        }
        return pattern;
    }

    private int start(CTNum list, int level) {
        CTLvl form = level(list, level);
        return form == null || form.getStart() == null ? 1 : form.getStart().getVal().intValue();
    }

    private static @Nullable BigInteger startOverride(CTNum list, int level) {
        for (CTNumLvl override : list.getLvlOverrideList()) {
            if (override.getIlvl().intValue() == level && override.getStartOverride() != null) {
                return override.getStartOverride().getVal();
            }
        }
        return null;
    }

    private @Nullable CTLvl level(CTNum list, int level) {
        for (CTNumLvl override : list.getLvlOverrideList()) {
            if (override.getIlvl().intValue() == level && override.isSetLvl()) {
                return override.getLvl();
            }
        }
        CTAbstractNum form = list.getAbstractNumId() == null ? null : forms.get(list.getAbstractNumId().getVal());
        if (form != null) {
            for (CTLvl one : form.getLvlList()) {
                if (one.getIlvl().intValue() == level) {
                    return one;
                }
            }
        }
        return null;
    }

    /** Of the paragraph itself, else of its style or one that this is based on. */
    private @Nullable Place placeOf(CTP paragraph) {
        CTNumPr own = paragraph.getPPr() == null ? null : paragraph.getPPr().getNumPr();
        if (own != null) {
            int level = own.getIlvl() == null ? 0 : level(own.getIlvl().getVal());
            return own.getNumId() == null ? null : place(own.getNumId().getVal(), level);
        }
        String style = styleOf(paragraph);
        DocxStyles.Numbered numbered = style == null ? null : styles.numbered(style);
        return numbered == null || numbered.list() == null ? null : place(BigInteger.valueOf(number(numbered.list())), level(BigInteger.valueOf(numbered.level())));
    }

    private static @Nullable Place place(BigInteger list, int level) {
        return list.equals(NO_LIST) ? null : new Place(list, level);
    }

    private static int level(BigInteger printed) {
        return Math.clamp(printed.longValue(), 0, LEVELS - 1);
    }

    static @Nullable String styleOf(CTP paragraph) {
        return paragraph.getPPr() == null || paragraph.getPPr().getPStyle() == null ? null : paragraph.getPPr().getPStyle().getVal();
    }

    /** 0 for what is no number. */
    static int number(@Nullable String printed) {
        return printed != null && printed.matches("\\d{1,8}") ? Integer.parseInt(printed) : 0;
    }
}
