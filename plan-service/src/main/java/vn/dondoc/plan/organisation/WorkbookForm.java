package vn.dondoc.plan.organisation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The sheets of a directory and their columns, in the order in which they are written. */
enum WorkbookForm {

    UNITS("Đơn vị", "units", new Column("Mã", "id", 28, false), new Column("Tên", "name", 44, true), new Column("Loại", "kind", 28, true),
            new Column("Mã cấp trên", "parent", 28, false), new Column("Thường trực", "standing", 12, false), new Column("Hoạt động", "active", 12, false),
            new Column("Tên gọi khác", "aliases", 40, false)),
    POSITIONS("Chức danh", "positions", new Column("Mã", "id", 28, false), new Column("Mã đơn vị", "unit", 28, true), new Column("Chức danh", "title", 40, true),
            new Column("Vai trò", "role", 32, true), new Column("Mã người giữ", "holder", 28, false),
            new Column("Họ và tên", "name", 32, false), new Column("Điện thoại", "phone", 18, false), new Column("E-mail", "email", 32, false), new Column("Hộp thư", "mailbox", 36, false),
            new Column("Chỉ xem chương trình", "reads", 28, false), new Column("Chỉ xử lý chương trình", "writes", 28, false)),
    BODIES("Tổ chức", "bodies", new Column("Mã", "id", 28, true), new Column("Tên", "name", 44, true), new Column("Loại", "kind", 24, true),
            new Column("Mã xã", "commune", 28, false), new Column("Mã đơn vị", "unit", 28, false), new Column("Mã đơn vị đôn đốc", "urging", 28, false),
            new Column("Hoạt động", "active", 12, false)),
    MEMBERS("Thành viên", "members", new Column("Mã tổ chức", "body", 28, true), new Column("Mã chức danh", "position", 28, true),
            new Column("Tham gia", "part", 16, true), new Column("Lĩnh vực phụ trách", "field", 44, false));

    /** A sheet of that name is for people. */
    static final String GUIDE = "Hướng dẫn";

    private final String sheet;
    private final String part;
    private final List<Column> columns;

    WorkbookForm(String sheet, String part, Column... columns) {
        this.sheet = sheet;
        this.part = part;
        this.columns = List.of(columns);
    }

    /**
     * A column.
     *
     * @param field what rules call it
     * @param width in characters
     * @param needed whether a sheet makes sense without it
     */
    record Column(String heading, String field, int width, boolean needed) {}

    String sheet() {
        return sheet;
    }

    /** The part of a directory whose elements stand in it. */
    String part() {
        return part;
    }

    List<Column> columns() {
        return columns;
    }

    List<String> headings() {
        return columns.stream().map(Column::heading).toList();
    }

    List<Integer> widths() {
        return columns.stream().map(Column::width).toList();
    }

    static Optional<WorkbookForm> named(String sheet) {
        var key = DirectoryWords.key(sheet);
        return Stream.of(values()).filter(form -> DirectoryWords.key(form.sheet).equals(key)).findFirst();
    }

    Optional<Column> headed(String heading) {
        var key = DirectoryWords.key(heading);
        return columns.stream().filter(column -> DirectoryWords.key(column.heading()).equals(key)).findFirst();
    }

    /** The heading of the column in which a field stands; what follows from another column is wrong there. */
    Optional<String> headingOf(String field) {
        var written = switch (this) {
            case UNITS -> field.equals("commune") || field.equals("province") ? "parent" : field;
            case BODIES -> field.equals("province") ? "commune" : field;
            default -> field;
        };
        return columns.stream().filter(column -> column.field().equals(written)).map(Column::heading).findFirst();
    }
}
