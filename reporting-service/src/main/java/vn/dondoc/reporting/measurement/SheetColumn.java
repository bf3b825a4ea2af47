package vn.dondoc.reporting.measurement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import vn.dondoc.platform.web.Folded;

/** The columns of a workbook of figures, in the order in which they are written. */
enum SheetColumn {

    ID("Mã chỉ tiêu", 26),
    NAME("Chỉ tiêu", 48),
    OWNER("Đơn vị chịu trách nhiệm", 30),
    MEASURE("Đơn vị tính", 14),
    GOAL("Mục tiêu", 14),
    PERIOD("Kỳ", 14),
    VALUE("Số liệu", 16),
    PART("Tử số", 14),
    WHOLE("Mẫu số", 14),
    WEIGHT("Quyền số", 12),
    LAST_YEAR("Cùng kỳ năm trước", 16),
    STATUS("Thực hiện hay ước", 16),
    SOURCE("Nguồn số liệu", 36),
    EVIDENCE("Minh chứng", 30),
    DOCUMENT("Số văn bản", 20),
    REASON("Lý do đính chính", 36);

    static final String SHEET = "Số liệu";
    static final String GUIDE = "Hướng dẫn";
    static final String DONE = "Thực hiện";
    static final String ESTIMATED = "Ước";

    private final String heading;
    private final int width;

    SheetColumn(String heading, int width) {
        this.heading = heading;
        this.width = width;
    }

    String heading() {
        return heading;
    }

    /** Without it a row says nothing. */
    boolean needed() {
        return this == ID || this == PERIOD || this == VALUE;
    }

    static List<String> headings() {
        return Stream.of(values()).map(SheetColumn::heading).toList();
    }

    static List<Integer> widths() {
        return Stream.of(values()).map(column -> column.width).toList();
    }

    static Optional<SheetColumn> headed(String text) {
        var words = Folded.words(text);
        return Stream.of(values()).filter(column -> Folded.words(column.heading).equals(words)).findFirst();
    }
}
