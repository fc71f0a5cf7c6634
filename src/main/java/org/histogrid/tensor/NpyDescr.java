package org.histogrid.tensor;

import java.util.Locale;

/// Reads a `descr` of an .npy header, such as `<f4`.
final class NpyDescr {

    /// The widest text of one value, in bytes: 16,384 characters of UTF-32.
    private static final int WIDEST_TEXT = 65_536;

    private NpyDescr() {}

    /// Native byte order (`=`, `|` or no sign) is little-endian, as on every machine numpy is built for today
    /// except s390x, where numpy itself writes `>`.
    static ElementType parse(String file, String descr) {
        String code = descr;
        boolean big = false;
        if (!code.isEmpty() && "<>=|".indexOf(code.charAt(0)) >= 0) {
            big = code.charAt(0) == '>';
            code = code.substring(1);
        }
        if (code.isEmpty()) {
            throw unknown(file, descr);
        }
        return switch (code) {
            case "f2" -> number(Dtype.F16, big);
            case "f4" -> number(Dtype.F32, big);
            case "f8" -> number(Dtype.F64, big);
            case "i1" -> number(Dtype.I8, big);
            case "i2" -> number(Dtype.I16, big);
            case "i4" -> number(Dtype.I32, big);
            case "i8" -> number(Dtype.I64, big);
            case "u1" -> number(Dtype.U8, big);
            case "u2" -> number(Dtype.U16, big);
            case "u4" -> number(Dtype.U32, big);
            case "u8" -> number(Dtype.U64, big);
            case "b1" -> number(Dtype.BOOL, big);
            case "V2" -> number(Dtype.RAW16, big);
            default -> textOrRefusal(file, descr, code, big);
        };
    }

    private static ElementType number(Dtype dtype, boolean big) {
        return ElementType.number(dtype, big);
    }

    private static ElementType textOrRefusal(String file, String descr, String code, boolean big) {
        String rest = code.substring(1);
        switch (code.charAt(0)) {
            case 'U', 'S' -> {
                boolean unicode = code.charAt(0) == 'U';
                return new ElementType(Dtype.TEXT, big && unicode, textWidth(file, descr, rest, unicode), unicode);
            }
            case 'O' ->
                throw new UnreadableFile(
                        file, "holds Python objects (pickle), which are never loaded. Save it as numbers or text.");
            case 'c' -> throw refused(file, descr, "complex numbers", "the real part, or the absolute value");
            case 'M', 'm' -> throw refused(file, descr, "dates or durations", "numbers or text");
            case 'f' -> throw refused(file, descr, "long double numbers", "float64");
            case 'V' -> throw refused(file, descr, "raw bytes of unknown meaning", "numbers");
            default -> throw unknown(file, descr);
        }
    }

    private static int textWidth(String file, String descr, String digits, boolean unicode) {
        boolean plain = digits.matches("[1-9][0-9]{0,8}");
        long width = plain ? Long.parseLong(digits) * (unicode ? 4 : 1) : 0;
        if (width == 0) {
            throw unknown(file, descr);
        }
        if (width > WIDEST_TEXT) {
            throw new UnreadableFile(
                    file,
                    String.format(
                            Locale.ROOT,
                            "holds text of %,d bytes a value; up to %,d can be read.",
                            width,
                            WIDEST_TEXT));
        }
        return (int) width;
    }

    private static UnreadableFile refused(String file, String descr, String what, String instead) {
        return new UnreadableFile(
                file, "holds " + what + " (dtype " + Sentences.quoted(descr) + "). Save it as " + instead + ".");
    }

    private static UnreadableFile unknown(String file, String descr) {
        return new UnreadableFile(
                file, "has the dtype " + Sentences.quoted(descr) + ", which is none of those that can be read.");
    }
}
