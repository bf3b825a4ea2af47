package vn.dondoc.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Takes a pattern apart. What it makes of it matches wherever the pattern does, and sometimes elsewhere. */
final class PartParser {

    /** More copies than these of a part tell hardly more, and cost. */
    private static final int MOST_COPIES = 3;

    private final String pattern;
    private boolean anyCase;
    private boolean manyLines;
    private int at;

    private PartParser(Pattern pattern) {
        this.pattern = pattern.pattern();
        this.anyCase = (pattern.flags() & Pattern.CASE_INSENSITIVE) != 0;
        this.manyLines = (pattern.flags() & Pattern.MULTILINE) != 0;
    }

    static Part parse(Pattern pattern) {
        return new PartParser(pattern).choice();
    }

    private Part choice() {
        List<Part> choices = new ArrayList<>();
        choices.add(sequence());
        while (next('|')) {
            choices.add(sequence());
        }
        return choices.size() == 1 ? choices.getFirst() : new Part.Choice(choices);
    }

    private Part sequence() {
        List<Part> parts = new ArrayList<>();
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            parts.add(counted(one()));
        }
        return parts.size() == 1 ? parts.getFirst() : new Part.Sequence(parts);
    }

    private Part one() {
        char c = pattern.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> letters(at - 1, classEnd());
            case '.' -> new Part.Letters(Alphabet.ofClass(".", false));
            case '^' -> manyLines ? Part.NOTHING : new Part.Begin();
            case '$' -> manyLines ? Part.NOTHING : new Part.End();
            case '\\' -> escaped();
            default -> new Part.Letters(Alphabet.ofLetter(c, anyCase));
        };
    }

    private Part group() {
        if (!next('?')) {
            return closed(choice());
        }
        if (next(':') || next('>')) {
            return closed(choice());
        }
        boolean looks = pattern.startsWith("=", at) || pattern.startsWith("!", at) || pattern.startsWith("<=", at) || pattern.startsWith("<!", at);
        if (looks) {
            at += pattern.charAt(at) == '<' ? 2 : 1;
            closed(choice());
            return Part.NOTHING;
        }
        if (next('<')) {
            at = pattern.indexOf('>', at) + 1;
            return closed(choice());
        }
        return flags();
    }

    private Part flags() {
        for (char c = pattern.charAt(at++); c != ')' && c != ':'; c = pattern.charAt(at++)) {
            anyCase |= c == 'i';
            manyLines |= c == 'm';
        }
        return pattern.charAt(at - 1) == ':' ? closed(choice()) : Part.NOTHING;
    }

    private Part closed(Part inside) {
        at++;
        return inside;
    }

    private int classEnd() {
        int depth = 1;
        while (depth > 0) {
            char c = pattern.charAt(at++);
            at += c == '\\' ? 1 : 0;
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        }
        return at;
    }

    private Part letters(int from, int to) {
        return new Part.Letters(Alphabet.ofClass(pattern.substring(from, to), anyCase));
    }

    private Part escaped() {
        int from = at - 1;
        char c = pattern.charAt(at++);
        return switch (c) {
            case 'b', 'B', 'G' -> Part.NOTHING;
            case 'A' -> new Part.Begin();
            case 'z', 'Z' -> new Part.End();
            case 'p', 'P' -> {
                at = pattern.charAt(at) == '{' ? pattern.indexOf('}', at) + 1 : at + 1;
                yield letters(from, at);
            }
            case 'u' -> {
                at += 4;
                yield letters(from, at);
            }
            case '1', '2', '3', '4', '5', '6', '7', '8', '9', 'k', 'Q', 'R', 'X', 'x', '0', 'c', 'N' -> throw new IllegalArgumentException(pattern);
            default -> letters(from, at);
        };
    }

    private Part counted(Part part) {
        Part counted = part;
        while (at < pattern.length() && "?*+{".indexOf(pattern.charAt(at)) >= 0) {
            counted = switch (pattern.charAt(at++)) {
                case '?' -> new Part.Repeated(counted, 0, 1);
                case '*' -> new Part.Repeated(counted, 0, -1);
                case '+' -> new Part.Repeated(counted, 1, -1);
                default -> braces(counted);
            };
            // Reluctant or possessive: which match is taken does not matter here
            at += at < pattern.length() && "?+".indexOf(pattern.charAt(at)) >= 0 ? 1 : 0;
        }
        return counted;
    }

    private Part braces(Part part) {
        int end = pattern.indexOf('}', at);
        String[] bounds = pattern.substring(at, end).split(",", -1);
        at = end + 1;
        int least = Integer.parseInt(bounds[0]);
        int most = bounds.length == 1 ? least : bounds[1].isEmpty() ? -1 : Integer.parseInt(bounds[1]);
        return new Part.Repeated(part, Math.min(least, MOST_COPIES), most > MOST_COPIES ? -1 : most);
    }

    private boolean next(char c) {
        boolean here = at < pattern.length() && pattern.charAt(at) == c;
        at += here ? 1 : 0;
        return here;
    }
}
