package vn.dondoc.plan.naming;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.dondoc.contracts.event.UnitKind;

/** What kind of unit a name would be the name of, from its words; other where none says it. */
final class KindOfName {

    private static final Map<List<String>, UnitKind> WORDS = words();

    private KindOfName() {}

    private static Map<List<String>, UnitKind> words() {
        var kinds = new LinkedHashMap<List<String>, UnitKind>();
        add(kinds, UnitKind.VILLAGE, "thôn", "xóm", "ấp", "bản", "buôn", "tổ dân phố", "khu phố");
        add(kinds, UnitKind.SCHOOL, "trường");
        add(kinds, UnitKind.HEALTH, "trạm y tế");
        add(kinds, UnitKind.POLICE, "công an");
        add(kinds, UnitKind.MILITARY, "quân sự");
        add(kinds, UnitKind.PARTY, "đảng ủy", "đảng bộ", "chi bộ", "xây dựng đảng", "ủy ban kiểm tra");
        add(kinds, UnitKind.FRONT, "mặt trận", "đoàn thanh niên", "hội");
        add(kinds, UnitKind.OFFICE, "phòng", "văn phòng", "trung tâm");
        add(kinds, UnitKind.COMMITTEE, "ban chỉ đạo", "tổ công tác");
        return kinds;
    }

    private static void add(Map<List<String>, UnitKind> kinds, UnitKind kind, String... texts) {
        for (var text : texts) {
            kinds.put(NameWords.split(text), kind);
        }
    }

    static UnitKind of(String name) {
        var words = NameWords.of(name);
        return WORDS.entrySet().stream()
                .filter(entry -> Collections.indexOfSubList(words, entry.getKey()) >= 0)
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(UnitKind.OTHER);
    }
}
