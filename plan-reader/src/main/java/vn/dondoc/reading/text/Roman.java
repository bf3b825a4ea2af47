package vn.dondoc.reading.text;

/** Roman numerals as headings and annexes use them. */
public final class Roman {

    private Roman() {
    }

    /** 0 where the text is no Roman numeral. */
    public static int value(String text) {
        int sum = 0;
        int before = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            int digit = digit(text.charAt(i));
            if (digit == 0) {
                return 0;
            }
            sum += digit < before ? -digit : digit;
            before = Math.max(before, digit);
        }
        return sum;
    }

    private static int digit(char c) {
        return switch (Character.toUpperCase(c)) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            case 'L' -> 50;
            default -> 0;
        };
    }
}
