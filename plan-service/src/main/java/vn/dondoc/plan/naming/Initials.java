package vn.dondoc.plan.naming;

import java.util.List;

/** Whether a name is another one with runs of words shortened to their initials: "pvhxh" for "phòng văn hóa xã hội". */
final class Initials {

    private Initials() {}

    static boolean shortens(List<String> shorter, List<String> whole) {
        return matches(shorter, 0, whole, 0);
    }

    private static boolean matches(List<String> shorter, int i, List<String> whole, int j) {
        if (i == shorter.size() || j == whole.size()) {
            return i == shorter.size() && j == whole.size();
        }
        var word = shorter.get(i);
        if (word.equals(whole.get(j)) && matches(shorter, i + 1, whole, j + 1)) {
            return true;
        }
        int length = word.length();
        return length >= 2 && j + length <= whole.size() && areInitials(word, whole.subList(j, j + length))
                && matches(shorter, i + 1, whole, j + length);
    }

    private static boolean areInitials(String letters, List<String> words) {
        for (int i = 0; i < letters.length(); i++) {
            if (letters.charAt(i) != words.get(i).charAt(0)) {
                return false;
            }
        }
        return true;
    }
}
