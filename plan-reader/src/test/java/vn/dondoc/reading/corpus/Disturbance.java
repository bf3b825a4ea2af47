package vn.dondoc.reading.corpus;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What happens to a text on its way through mail, scanners and word processors without changing what it says. */
enum Disturbance {
    HARD_WRAPPED {
        @Override
        String applied(String text, Random random) {
            return wrapped(text, 68 + random.nextInt(40), "\n");
        }
    },
    DOUBLED_LINE_BREAKS {
        @Override
        String applied(String text, Random random) {
            return text.lines().anyMatch(line -> line.startsWith("|")) ? text.replace("\n", "\n\n").replace("|\n\n|", "|\n|")
                    : text.replaceAll("\\n{2,}", "\n").replace("\n", "\n\n");
        }
    },
    LOST_LINE_BREAKS {
        @Override
        String applied(String text, Random random) {
            return text.lines().anyMatch(line -> line.startsWith("|") || line.indexOf('\t') > 0) ? text : text.replaceAll("\\s*\\n\\s*", " ");
        }
    },
    DECOMPOSED {
        @Override
        String applied(String text, Random random) {
            return Normalizer.normalize(text, Normalizer.Form.NFD);
        }
    },
    OTHER_DASHES {
        @Override
        String applied(String text, Random random) {
            char dash = "–—−".charAt(random.nextInt(3));
            return rows(text, line -> line.matches("\\|[-|: ]+") ? line : line.replace(" - ", " " + dash + " ").replaceFirst("^- ", dash + " "));
        }
    },
    OTHER_QUOTES {
        @Override
        String applied(String text, Random random) {
            String[] pair = List.of(new String[] {"\"", "\""}, new String[] {"«", "»"}, new String[] {"''", "''"}, new String[] {"„", "”"}).get(random.nextInt(4));
            return text.replace("“", pair[0]).replace("”", pair[1]).replaceAll("\"([^\"\\n]*)\"", java.util.regex.Matcher.quoteReplacement(pair[0]) + "$1" + pair[1]);
        }
    },
    OTHER_TONE_MARKS {
        @Override
        String applied(String text, Random random) {
            return text.replace("hóa", "hoá").replace("Hòa", "Hoà").replace("HÒA", "HOÀ").replace("Ủy", "Uỷ").replace("ỦY", "UỶ").replace("thủy", "thuỷ");
        }
    },
    SWAPPED_COLUMNS {
        @Override
        String applied(String text, Random random) {
            return tables(text, rows -> swapped(rows, random));
        }
    },
    OTHER_HEADS {
        @Override
        String applied(String text, Random random) {
            return tables(text, rows -> otherHeads(rows, random));
        }
    };

    private static final Map<String, List<String>> HEADS = Map.of(
            "Nội dung công việc", List.of("Nhiệm vụ", "Nội dung thực hiện", "Tên nhiệm vụ", "Công việc cụ thể"),
            "Nội dung thực hiện", List.of("Nhiệm vụ", "Nội dung công việc", "Hoạt động"),
            "Hoạt động", List.of("Nội dung hoạt động", "Nhiệm vụ cụ thể", "Nội dung"),
            "Cơ quan chủ trì", List.of("Đơn vị chủ trì", "Chủ trì", "Đơn vị thực hiện", "Cơ quan/đơn vị chủ trì"),
            "Đơn vị chủ trì", List.of("Cơ quan chủ trì", "Chủ trì", "Bộ phận chủ trì tham mưu"),
            "Cơ quan phối hợp", List.of("Phối hợp", "Đơn vị phối hợp", "Cơ quan, đơn vị phối hợp"),
            "Thời gian hoàn thành", List.of("Thời hạn", "Tiến độ", "Thời gian thực hiện", "Thời hạn hoàn thành"),
            "Tiến độ", List.of("Thời gian", "Thời hạn hoàn thành"),
            "Sản phẩm", List.of("Kết quả", "Sản phẩm, kết quả", "Kết quả đầu ra"),
            "ĐVT", List.of("Đơn vị tính", "Đơn vị đo"));

    abstract String applied(String text, Random random);

    private static String rows(String text, java.util.function.UnaryOperator<String> each) {
        return text.lines().map(each).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String wrapped(String text, int width, String lineEnd) {
        StringBuilder wrapped = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            int column = 0;
            boolean table = line.startsWith("|");
            for (String word : line.split(" ")) {
                if (!table && column > 0 && column + 1 + word.length() > width) {
                    wrapped.append(lineEnd);
                    column = 0;
                } else if (column > 0) {
                    wrapped.append(' ');
                    column++;
                }
                wrapped.append(word);
                column += word.length();
            }
            wrapped.append('\n');
        }
        return wrapped.toString();
    }

    private static String tables(String text, java.util.function.UnaryOperator<List<String[]>> change) {
        StringBuilder result = new StringBuilder();
        List<String[]> table = new ArrayList<>();
        for (String line : (text + "\n").split("\n", -1)) {
            if (line.startsWith("|")) {
                table.add(Arrays.copyOfRange(line.split("\\|", -1), 1, line.split("\\|", -1).length - 1));
                continue;
            }
            for (String[] row : table.isEmpty() ? table : change.apply(table)) {
                result.append('|').append(String.join("|", row)).append("|\n");
            }
            table.clear();
            result.append(line).append('\n');
        }
        return result.toString();
    }

    /** The number of a row stays first; everything after it may stand in any order. */
    private static List<String[]> swapped(List<String[]> rows, Random random) {
        int width = rows.getFirst().length;
        boolean square = rows.stream().allMatch(row -> row.length == width);
        List<Integer> order = new ArrayList<>(IntStream.range(1, width).boxed().toList());
        java.util.Collections.shuffle(order, random);
        boolean spans = rows.stream().skip(1).anyMatch(row -> row.length == width && row[0].strip().contains(" "));
        if (!square || spans || !rows.getFirst()[0].strip().matches("(?i)tt|stt|số tt")) {
            return rows;
        }
        return rows.stream().map(row -> IntStream.range(0, width).mapToObj(at -> row[at == 0 ? 0 : order.get(at - 1)]).toArray(String[]::new)).toList();
    }

    private static List<String[]> otherHeads(List<String[]> rows, Random random) {
        List<String[]> changed = new ArrayList<>(rows);
        changed.set(0, Arrays.stream(rows.getFirst()).map(head -> {
            List<String> others = HEADS.getOrDefault(head.strip(), List.of(head));
            return others.get(random.nextInt(others.size()));
        }).toArray(String[]::new));
        return changed;
    }
}
