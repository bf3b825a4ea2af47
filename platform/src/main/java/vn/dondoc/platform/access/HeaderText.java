package vn.dondoc.platform.access;

import java.util.function.IntPredicate;

/** What Spring Security's firewall takes for the text of a header, without its pattern, which was looked at several times in every call. */
final class HeaderText {

    private static final int FIRST_BEYOND_ASCII = 0x7f;

    private HeaderText() {}

    /** Assigned characters, none of them a control. */
    static boolean isName(String text) {
        return all(text, HeaderText::isAssigned);
    }

    /** The same, and tabs. */
    static boolean isValue(String text) {
        return all(text, c -> c == '\t' || isAssigned(c));
    }

    private static boolean isAssigned(int c) {
        return Character.isDefined(c) && !Character.isISOControl(c);
    }

    private static boolean all(String text, IntPredicate allowed) {
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if ((c < ' ' || c >= FIRST_BEYOND_ASCII) && !allowed.test(text.codePointAt(i))) {
                return false;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            }
        }
        return true;
    }
}
