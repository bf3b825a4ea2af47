package vn.dondoc.plan.organisation;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.dondoc.contracts.event.BodyKind;
import vn.dondoc.contracts.event.BodyPart;
import vn.dondoc.contracts.event.Coded;
import vn.dondoc.contracts.event.Role;
import vn.dondoc.contracts.event.UnitKind;
import vn.dondoc.platform.web.Folded;

/** How the workbook of a directory calls kinds and roles; what is read may be written without diacritics, in other words in use, or as the code. */
final class DirectoryWords<E extends Enum<E> & Coded> {

    static final DirectoryWords<UnitKind> KINDS = new DirectoryWords<>(UnitKind.class)
            .say(UnitKind.PROVINCE, "Tỉnh", "Thành phố")
            .say(UnitKind.COMMUNE, "Xã")
            .say(UnitKind.WARD, "Phường")
            .say(UnitKind.SPECIAL_ZONE, "Đặc khu")
            .say(UnitKind.DEPARTMENT, "Sở, ban, ngành", "Sở")
            .say(UnitKind.OFFICE, "Phòng, văn phòng, trung tâm", "Phòng", "Văn phòng", "Trung tâm")
            .say(UnitKind.POLICE, "Công an")
            .say(UnitKind.MILITARY, "Quân sự", "Ban chỉ huy quân sự")
            .say(UnitKind.PARTY, "Cơ quan Đảng", "Đảng")
            .say(UnitKind.FRONT, "Mặt trận, đoàn thể", "Mặt trận", "Đoàn thể", "Hội")
            .say(UnitKind.SCHOOL, "Trường học", "Trường")
            .say(UnitKind.HEALTH, "Trạm y tế", "Y tế")
            .say(UnitKind.VILLAGE, "Thôn, tổ dân phố", "Thôn", "Tổ dân phố", "Ấp", "Xóm", "Bản", "Khu phố")
            .say(UnitKind.COMMITTEE, "Ban chỉ đạo")
            .say(UnitKind.WORKING_GROUP, "Tổ công tác", "Tổ giúp việc")
            .say(UnitKind.BUSINESS, "Doanh nghiệp", "Hợp tác xã")
            .say(UnitKind.OTHER, "Khác");

    static final DirectoryWords<Role> ROLES = new DirectoryWords<>(Role.class)
            .say(Role.PROVINCE_ADMINISTRATOR, "Quản trị tỉnh")
            .say(Role.PROVINCE_STANDING, "Cơ quan thường trực tỉnh")
            .say(Role.PROVINCE_VIEWER, "Lãnh đạo tỉnh (xem)", "Lãnh đạo tỉnh")
            .say(Role.INSPECTION, "Đoàn kiểm tra")
            .say(Role.COMMUNE_ADMINISTRATOR, "Quản trị xã, phường", "Quản trị xã", "Quản trị phường")
            .say(Role.COMMUNE_LEADER, "Lãnh đạo xã, phường", "Lãnh đạo xã", "Lãnh đạo phường")
            .say(Role.COMMUNE_STANDING, "Cơ quan thường trực xã, phường", "Cơ quan thường trực xã", "Cơ quan thường trực phường")
            .say(Role.UNIT_HEAD, "Thủ trưởng đơn vị", "Thủ trưởng")
            .say(Role.OFFICER, "Công chức", "Cán bộ", "Chuyên viên", "Viên chức")
            .say(Role.VILLAGE_HEAD, "Trưởng thôn, tổ dân phố", "Trưởng thôn", "Tổ trưởng tổ dân phố");

    static final DirectoryWords<BodyKind> BODIES = new DirectoryWords<>(BodyKind.class)
            .say(BodyKind.STEERING_COMMITTEE, "Ban chỉ đạo")
            .say(BodyKind.WORKING_GROUP, "Tổ công tác", "Tổ giúp việc")
            .say(BodyKind.PROGRAMME, "Chương trình, đề án", "Chương trình", "Đề án");

    static final DirectoryWords<BodyPart> PARTS = new DirectoryWords<>(BodyPart.class)
            .say(BodyPart.HEAD, "Trưởng", "Trưởng ban", "Tổ trưởng", "Chủ nhiệm")
            .say(BodyPart.DEPUTY, "Phó", "Phó trưởng ban", "Phó ban", "Tổ phó", "Phó chủ nhiệm")
            .say(BodyPart.MEMBER, "Ủy viên", "Thành viên");

    private final Map<E, String> first;
    private final Map<String, E> meant = new HashMap<>();

    private DirectoryWords(Class<E> type) {
        first = new EnumMap<>(type);
        for (var constant : type.getEnumConstants()) {
            meant.put(key(constant.code()), constant);
        }
    }

    private DirectoryWords<E> say(E meaning, String word, String... others) {
        first.put(meaning, word);
        meant.put(key(word), meaning);
        for (var other : others) {
            meant.put(key(other), meaning);
        }
        return this;
    }

    /** As it is written. */
    String of(E meaning) {
        return Objects.requireNonNull(first.get(meaning));
    }

    /** The code of what is meant; the words themselves where nothing is, so that whoever checks can name them. */
    String codeOf(String words) {
        return Optional.ofNullable(meant.get(key(words))).map(Coded::code).orElse(words);
    }

    /** Words as they are compared: without diacritics, case and punctuation. */
    static String key(String words) {
        return String.join(" ", Folded.words(words));
    }
}
