package vn.dondoc.platform.access;

/** What Spring Security's firewall takes for the text of a header, without its pattern, which was looked at several times in every call. */
final class HeaderText {

    private HeaderText() {}

    /** Assigned characters, none of them a control. */
    static boolean isName(String text) {
        return text.codePoints().allMatch(c -> Character.isDefined(c) && !Character.isISOControl(c));
    }

    /** The same, and tabs. */
    static boolean isValue(String text) {
        return text.codePoints().allMatch(c -> c == '\t' || Character.isDefined(c) && !Character.isISOControl(c));
    }
}
