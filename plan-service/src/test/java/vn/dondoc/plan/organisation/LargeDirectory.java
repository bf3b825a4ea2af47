package vn.dondoc.plan.organisation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import vn.dondoc.platform.sheet.WorkbookWriter;

/** The workbook of a whole province. */
final class LargeDirectory {

    private static final List<String> KINDS = List.of("Phòng, văn phòng, trung tâm", "Công an", "Trường học", "Thôn, tổ dân phố", "Thôn, tổ dân phố", "Thôn, tổ dân phố");

    private LargeDirectory() {}

    /** @param below units of each commune, itself included */
    static byte[] workbook(String province, String prefix, int communes, int below, int people) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var book = new WorkbookWriter()) {
            book.sheet(WorkbookForm.UNITS.sheet(), WorkbookForm.UNITS.headings(), WorkbookForm.UNITS.widths(), line -> {
                for (int commune = 0; commune < communes; commune++) {
                    var id = prefix + "-" + commune;
                    line.of(List.of(id, "Xã " + prefix + " " + commune, "Xã", province + "-tinh", "", "có", ""));
                    for (int unit = 1; unit < below; unit++) {
                        line.of(List.of(id + "." + unit, "Đơn vị số " + unit, KINDS.get(unit % KINDS.size()), id, unit == 1 ? "có" : "", "có", "ĐV" + unit + "; Đơn vị " + unit));
                    }
                }
            });
            book.sheet(WorkbookForm.POSITIONS.sheet(), WorkbookForm.POSITIONS.headings(), WorkbookForm.POSITIONS.widths(), line -> {
                for (int person = 0; person < people; person++) {
                    var unit = prefix + "-" + person % communes + "." + (person / communes % (below - 1) + 1);
                    line.of(List.of(prefix + "-p" + person, unit, "Công chức số " + person, "Công chức", prefix + "-n" + person,
                            "Người Thứ " + person, "09%08d".formatted(person), "n" + person + "@nguoi.example", "p" + person + "@xa.example"));
                }
            });
            book.to(out);
        }
        return out.toByteArray();
    }
}
