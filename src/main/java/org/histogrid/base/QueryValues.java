package org.histogrid.base;

import java.util.Locale;

/// What the parameters of an address say.
public final class QueryValues {

    private QueryValues() {}

    /// @throws BadInput that names the parameter
    public static double number(String name, String text) {
        if (text.isBlank()) {
            throw new BadInput("A number is missing for %s.".formatted(name)).forField(name);
        }
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new BadInput("%s is no number for %s.".formatted(text, name)).forField(name);
        }
    }

    /// @throws BadInput that names the parameter
    public static int whole(String name, String text) {
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new BadInput("%s is no whole number for %s.".formatted(text, name)).forField(name);
        }
    }

    /// `true` or `false`, in any case.
    ///
    /// @throws BadInput that names the parameter
    public static boolean truth(String name, String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new BadInput("%s is true or false, not %s.".formatted(name, text)).forField(name);
        };
    }
}
