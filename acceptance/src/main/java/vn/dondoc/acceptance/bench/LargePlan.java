package vn.dondoc.acceptance.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * An invented plan of some 60 printed pages, whose annex has as many rows as asked for.
 *
 * @param lines the text before the annex, a paragraph each
 * @param rows of the annex, the first names the columns
 */
record LargePlan(List<String> lines, List<List<String>> rows) {

    private static final List<String> UNITS =
            List.of("Phòng Kinh tế", "Phòng Văn hóa - Xã hội", "Công an xã", "Trạm Y tế", "Văn phòng HĐND và UBND xã", "Hội Nông dân xã");
    private static final List<String> WORK = List.of(
            "Rà soát, cập nhật hồ sơ quản lý", "Tổ chức kiểm tra thực tế tại cơ sở", "Tuyên truyền, phổ biến quy định mới đến người dân",
            "Tập huấn nghiệp vụ cho cán bộ phụ trách", "Xây dựng phương án phối hợp giữa các đơn vị");

    static LargePlan of(int rows) {
        return new LargePlan(lines(rows / 5), rows(rows));
    }

    private static List<String> lines(int items) {
        var lines = new ArrayList<>(List.of(
                "UBND XÃ BẾN LỞ", "Số: 15/KH-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
                "Bến Lở, ngày 05 tháng 01 năm 2026", "KẾ HOẠCH", "Phát triển kinh tế - xã hội năm 2026",
                "Căn cứ Nghị quyết số 12/NQ-HĐND ngày 20/12/2025 của HĐND xã, UBND xã Bến Lở xây dựng Kế hoạch như sau:",
                "I. MỤC TIÊU", "- Tỷ lệ hộ nghèo còn dưới 2%.", "II. NHIỆM VỤ"));
        for (int i = 1; i <= items; i++) {
            lines.add(("%d. Nội dung số %d: triển khai đồng bộ các giải pháp, gắn trách nhiệm của người đứng đầu với kết quả thực hiện ở từng"
                    + " địa bàn, bảo đảm tiết kiệm và đúng quy định của pháp luật.").formatted(i % 99 + 1, i));
        }
        lines.add("III. TỔ CHỨC THỰC HIỆN");
        UNITS.forEach(unit -> lines.add("- " + unit + ": Chủ động tham mưu, đôn đốc; báo cáo UBND xã trước ngày 20 hằng tháng."));
        lines.addAll(List.of("PHỤ LỤC", "DANH MỤC NHIỆM VỤ"));
        return List.copyOf(lines);
    }

    private static List<List<String>> rows(int count) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành", "Sản phẩm"));
        for (int i = 1; i <= count; i++) {
            rows.add(List.of(
                    Integer.toString(i), "%s theo nhóm công việc số %d, bảo đảm đúng tiến độ đã đề ra".formatted(WORK.get(i % WORK.size()), i),
                    UNITS.get(i % UNITS.size()), UNITS.get((i + 1) % UNITS.size()) + "; các thôn",
                    "Trước ngày %d/%d/2026".formatted(i % 28 + 1, i % 12 + 1), "Báo cáo kết quả"));
        }
        return List.copyOf(rows);
    }

    int tasks() {
        return rows.size() - 1;
    }
}
