package org.histogrid.base;

/// Numbers out of the parameters of an address.
public final class QueryNumbers {

    private QueryNumbers() {}

    /// @throws BadInput that names the parameter
    public static double number(String name, String text) {
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
}
