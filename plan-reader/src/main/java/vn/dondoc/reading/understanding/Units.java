package vn.dondoc.reading.understanding;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.reading.text.Fold;
import vn.dondoc.reading.text.Search;

/** Recognises the names of units and of those who act for them in running text. */
final class Units {

    private static final String HEADS = "ủy ban|ubnd|ubmttq|ub mttq|ubmt|hđnd|hội đồng|văn phòng|vphđnd|vpubnd|vp|phòng(?!,? (?:chống|ngừa|trừ|bệnh|cháy|họp))"
            + "|sở(?! hữu| dĩ)|bộ(?! máy| tiêu chí| thủ tục| dữ liệu| chỉ số| sản phẩm| câu hỏi| quy)|ban(?! hành| đầu| bố)|công an|trung tâm|tt|trạm"
            + "|tổ(?! chức(?! (?:chính trị|đoàn thể|hội|tín dụng|đảng)))|hội(?! nghị| thảo| thi| nhập| họp| viên| chợ| đàm)|đoàn(?! kết| viên| kiểm tra)|mặt trận|mttq"
            + "|thành viên|thường trực|trưởng|phó (?:chủ tịch|trưởng|bí thư|giám đốc)|chi cục|cục(?! bộ)|tổng cục|vụ(?! việc| án)|đảng ủy|đảng bộ|chi bộ|chi ủy|chi hội|chi đoàn|câu lạc bộ|clb|bệnh viện|đồn biên phòng|bí thư|chủ tịch"
            + "|giám đốc|thủ trưởng|thủ tướng|bộ trưởng|người đứng đầu|chánh|hiệu trưởng|trường(?! hợp| kỳ)|ngân hàng|bưu điện|vnpt|viettel|mobifone|kho bạc|thuế|bảo hiểm xã hội|bhxh|tòa án"
            + "|viện(?! trợ| phí| dẫn)|đài|báo(?= và đài)|quân sự|bch|doanh nghiệp|hợp tác xã|htx|cơ quan|đơn vị(?! tính)|bộ phận|liên đoàn|quỹ|công ty|tổng công ty|tập đoàn"
            + "|đồng chí|đ/c|ông |bà |lãnh đạo(?!,)|công chức|viên chức|kế toán|thôn|xóm|bản(?! đồ| sao| tin| chất)|ấp|khu phố|tổ dân phố|tdp|tỉnh ủy|thành ủy|huyện ủy|tỉnh đoàn|thành đoàn|chính phủ"
            + "|điện lực|thanh tra(?= (?:nhân dân|huyện|tỉnh|sở|thành phố|chính phủ|xây dựng))|hạt kiểm lâm|ủy viên|tiểu ban|đội(?! ngũ| hình)|nhà trường|địa phương|pvhxh|vhxh|cấp ủy|điểm bưu điện|nhà văn hóa|công đoàn|trạm y tế|y tế|quốc hội|thành viên";
    private static final String GENERIC = "phòng|ban|ngành|đơn vị|cơ quan|thôn|xóm|bản|ấp|khu phố|khu dân cư|tổ(?! chức)|tổ chức(?=\\s*(?:$|[,;.:]|và |hoặc |cá nhân|đảng|cơ sở đảng|đoàn thể|chính trị|hội|có liên quan|liên quan|trên|thuộc|xã hội|thành viên))|đoàn thể|hội|trường|doanh nghiệp|hợp tác xã|địa phương|xã|phường|thị trấn"
            + "|quận|huyện|thị xã|tỉnh|thành phố|sở|bộ|cấp|hộ|tdp|đ/c|đồng chí|thành viên|cá nhân|lực lượng|tiểu ban|ông|bà|trung tâm|chi bộ|đảng bộ|công đoàn|chi hội|chi đoàn|chi ủy|câu lạc bộ|công chức|bộ phận|lãnh đạo|trạm|cục|vụ|chủ thể|ủy ban|cơ sở|nhà trường|trưởng|phó";
    private static final Pattern START = Pattern.compile(
            "(?:(?:tất cả |toàn thể |toàn bộ )?(?:các|những)\\s+(?:" + GENERIC + ")|" + HEADS + ")(?![\\p{L}\\p{N}])");
    private static final Pattern COLLECTIVE = Pattern.compile("(?:tất cả |toàn thể )?(?:các|những)\\s+(?:" + GENERIC + ")(?![\\p{L}\\p{N}])");
    private static final Pattern GENERIC_WORD = Pattern.compile("(?:các\\s+)?(?:" + GENERIC + ")(?![\\p{L}\\p{N}])");
    private static final Pattern NAMED_FOR_WORK = Pattern.compile(
            "(?:(?:tiếp nhận (?:hồ sơ )?và )?trả kết quả|được (?:phân công|giao) (?:chủ trì|soạn thảo|phụ trách|theo dõi|nhiệm vụ|chỉ tiêu|phối hợp)(?: (?!và |chủ động |chịu |có trách |căn cứ |khẩn trương |nghiêm túc |tập trung |định kỳ |báo cáo )[\\p{L}\\d]+){0,6}(?= (?:chủ động|chịu trách nhiệm|có trách nhiệm|căn cứ|khẩn trương|nghiêm túc|tập trung|định kỳ|báo cáo) )|(?:đoàn|tổ|đội|ban|hội đồng|tiểu ban) (?:giám sát|kiểm tra|thanh tra|thẩm tra|kiểm kê|khảo sát|xác minh|nghiệm thu|tuyên truyền|tuần tra|xử lý|phản ứng nhanh)|hậu cần|chịu sự (?:giám sát|kiểm tra|quản lý)|dự án đầu tư xây dựng|được giao nhiệm vụ|được (?:phân công|giao)(?= (?:chủ động|chủ trì|căn cứ|có trách nhiệm|chịu trách nhiệm|xây dựng|khẩn trương|tổ chức|thực hiện|triển khai|chuẩn bị|nghiêm túc|tập trung|định kỳ|báo cáo))|(?:(?:trung tâm|tt|điểm|bộ phận) )?phục vụ hành chính công|ban chỉ đạo(?: thực hiện| triển khai)?(?: hỗ trợ| công tác)?|ban quản lý|ban chỉ huy|ban tổ chức|ban giám sát|ban điều hành|ban tiếp công dân|ban vận động|ban xây dựng|tổ giúp việc|tổ hỗ trợ|tổ công tác"
                    + "|tổ công nghệ|tổ triển khai|tổ thẩm định|hội đồng (?:thẩm định|đánh giá|quản lý|phối hợp)|văn phòng đăng ký|đơn vị chủ trì|cơ quan chủ trì|các tổ chức|tổ chức (?:cơ sở )?(?:đảng|chính trị|đoàn thể)"
                    + "|trung tâm (?:phục vụ|cung ứng|hỗ trợ|phát triển|kiểm soát|quản lý|điều hành|giám sát|ứng dụng|xúc tiến|học tập)|trạm quản lý|hội khuyến học|lãnh đạo(?!,? chỉ đạo| rà soát| thực hiện| triển khai| xây dựng)|quỹ hỗ trợ)(?![\\p{L}])");
    private static final String FIRST_OF_WORK_NAMES = "bcdđhlpqtv";
    private static final Pattern NAMED_BY_FIELDS = Pattern.compile("(?:phòng|trung tâm|sở|ban|đài|báo)\\s");
    /** "các thôn Bãi Trước, Bãi Sau" */
    private static final Pattern PLACES = Pattern.compile("(?iu:(?:các )?(?:thôn|bản|xóm|ấp|khu phố|tổ dân phố|tdp|tổ|xã|phường))\\s+(?:số\\s+)?[\\p{Lu}\\d]");
    private static final Pattern CALLED_UPON = Pattern.compile("^(?:Đề nghị|Đối với|Giao)\\s+");
    private static final Pattern STOP = Pattern.compile(
            "(?:để|nhằm|theo|trong|tại|từ|đến|trước|sau|khi|nếu|bằng|thông qua|được|phải|cần|sẽ|đã|mà|do|vào|chậm nhất|hằng|hàng|định kỳ|như|đồng thời|nghiêm túc|trên cơ sở|kết quả|tình hình|tiến độ|số liệu)(?![\\p{L}])");

    private Units() {
    }

    static boolean startsWithUnit(String printed) {
        return startsAt(Fold.fold(printed), 0);
    }

    static boolean startsAt(String folded, int place) {
        return Search.at(START, folded, place);
    }

    static boolean isCollective(String printed) {
        return Search.at(COLLECTIVE, Fold.fold(printed), 0);
    }

    static boolean isGenericWord(String printed) {
        return Search.at(GENERIC_WORD, Fold.fold(printed), 0);
    }

    /** Whether a whole text is the name of a unit or several, without a verb after it. */
    static boolean isUnitHeading(String printed) {
        String text = Search.in(CALLED_UPON, withoutEnd(printed)).replaceFirst("");
        return startsWithUnit(text) && extent(text, 0) >= text.length() - 1;
    }

    private static String withoutEnd(String printed) {
        int end = printed.length();
        while (end > 0 && ":.;,".indexOf(printed.charAt(end - 1)) >= 0) {
            end--;
        }
        return printed.substring(0, end);
    }

    /** Where the name that begins at a place of a sentence ends, lists of several names included. */
    static int extent(String printed, int from) {
        String folded = Fold.fold(printed);
        int at = skipWorkName(folded, from);
        int end = at;
        int name = from;
        while (at < printed.length()) {
            char c = printed.charAt(at);
            if (c == '(') {
                int close = printed.indexOf(')', at);
                if (close < 0) {
                    break;
                }
                at = close + 1;
                continue;
            }
            if (c == ';' || c == ':' || c == '.' && (at + 1 == printed.length() || printed.charAt(at + 1) == ' ')) {
                break;
            }
            if (c == ',' && !listGoesOn(printed, folded, name, at + 1)) {
                break;
            }
            if (startsWord(printed, at) && at > from) {
                if (leadsUnit(printed, folded, at)) {
                    break;
                }
                int skipped = skipWorkName(folded, at);
                if (skipped == at && endsBefore(printed, folded, from, at)) {
                    break;
                }
                name = startsAt(folded, at) && Search.finds(LIST_JOINT, printed.substring(from, at)) ? at : name;
                at = Math.max(at + 1, skipped);
                end = at;
                continue;
            }
            at++;
            if (Character.isLetterOrDigit(c)) {
                end = at;
            }
        }
        int close = Math.min(at, printed.length());
        return printed.substring(end, close).contains(")") ? close : Math.min(end, close);
    }

    /** Names write "Thôn Bãi Trước" and "Phòng Xây dựng" with capitals, so only small words end one. */
    private static boolean endsBefore(String printed, String folded, int from, int at) {
        return verbEnds(printed, folded, at) || Search.at(STOP, printed, at) || NameEnd.at(printed, from, at);
    }

    static boolean leadsUnit(String printed, String folded, int at) {
        return Search.at(LEADS_A_UNIT, printed, at) && Search.finds(END_OF_BODY, folded.substring(0, at));
    }

    private static boolean verbEnds(String printed, String folded, int at) {
        return Verbs.at(printed, at) && !insideCompound(printed, folded, at) && !folded.substring(Math.max(0, at - 4), at).endsWith("về ");
    }

    /** "Chương trình", "Đào tạo": a short verb that ends another word. */
    private static boolean insideCompound(String printed, String folded, int at) {
        int end = at;
        while (end < printed.length() && Character.isLetter(printed.charAt(end))) {
            end++;
        }
        if (Search.finds(GENERAL_SERVICE, folded.substring(Math.max(0, at - 12), at)) && folded.startsWith("tổng hợp", at)) {
            return true;
        }
        if (Verbs.isLongerAt(printed, at)) {
            return false;
        }
        int before = printed.lastIndexOf(' ', at - 2) + 1;
        String word = before < at ? printed.substring(before, at).strip() : "";
        boolean capital = !word.isEmpty() && Character.isUpperCase(word.codePointAt(0)) && !word.equals(word.toUpperCase(Locale.ROOT));
        return capital && !NameEnd.afterPlace(printed.substring(0, at)) || Search.finds(COMPOUND, folded.substring(0, end));
    }

    /** "Đảng ủy xã lãnh đạo UBND xã": led by a body, not one of its leaders. */
    private static final Pattern LEADS_A_UNIT = Pattern.compile("lãnh đạo,?\\s+(?:(?:và )?chỉ đạo\\s+)?(?:UBND|Ủy ban|Uỷ ban|HĐND|Mặt trận|MTTQ|các\\s|cấp ủy|chính quyền|chi bộ|việc\\s)");
    private static final Pattern END_OF_BODY = Pattern.compile("(?<!\\p{L})(?:xã|phường|đặc khu|tỉnh|đảng ủy|chi ủy|thường vụ|cấp ủy)\\s+$");
    private static final Pattern LIST_JOINT = Pattern.compile("(?:[,;]|\\s(?:và|cùng|với|cùng với))\\s*$");
    private static final Pattern GENERAL_SERVICE = Pattern.compile("(?<!\\p{L})(?:dịch vụ|kế hoạch|phòng|tổ) $");
    private static final Pattern COMPOUND = Pattern.compile(
            "(?<!\\p{L})(?:(?:chương|quá|(?<!hành chính )công|lộ|tiến|quy|giáo|hành) trình|(?:(?<!hành chính )công|độc|(?<!nông )dân|tự) lập|(?:trung|sơ|cao|phân|cung) cấp"
                    + "|(?:đào|sáng|chế|nhân) tạo|(?:cuộc|phiên|buổi) họp|(?:trực|gián|giao) tiếp|(?:thu|hội|xuất) nhập|(?:phân|xuất) phát|(?:bàn|chuyển|được) giao|(?:khu|vận) chuyển|nhà in|hải đăng|chữ ký|xây dựng)$");

    private static boolean startsWord(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at)) && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }

    /** The end of words of work that are a name's own ("Ban Chỉ đạo triển khai"), the place itself where there are none. */
    static int skipWorkName(String folded, int at) {
        if (at >= folded.length() || FIRST_OF_WORK_NAMES.indexOf(folded.charAt(at)) < 0) {
            return at;
        }
        Matcher matcher = Search.from(NAMED_FOR_WORK, folded, at);
        return matcher.lookingAt() ? matcher.end() : at;
    }

    private static boolean listGoesOn(String printed, String folded, int name, int afterComma) {
        int at = afterComma;
        while (at < printed.length() && printed.charAt(at) == ' ') {
            at++;
        }
        if (at >= printed.length() || Verbs.at(printed, at) && !Search.at(GENERIC_WORD, folded, at)) {
            return false;
        }
        boolean namePart = Character.isUpperCase(printed.codePointAt(at)) && Search.at(NAMED_BY_FIELDS, folded, name) && !Verbs.at(folded, at);
        boolean placeOfSeveral = (Character.isUpperCase(printed.codePointAt(at)) || Character.isDigit(printed.codePointAt(at))) && Search.at(PLACES, printed, name);
        return namePart || placeOfSeveral || startsAt(folded, at) || Search.at(GENERIC_WORD, folded, at);
    }
}
