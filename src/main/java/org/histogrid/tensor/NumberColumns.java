package org.histogrid.tensor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is said of columns that lie as numbers.
final class NumberColumns {

    private static final int EXAMPLES = 5;
    private static final int COUNTED_IN_ALL = 20_000;
    private static final int FEWEST_COUNTED = 2;
    private static final int MOST_COUNTED = 1_000;

    private NumberColumns() {}

    static List<ColumnInfo> infos(ConvertedTable.Numbers numbers) {
        int most = Math.clamp(COUNTED_IN_ALL / numbers.columns().size(), FEWEST_COUNTED, MOST_COUNTED);
        List<ColumnInfo> infos = new ArrayList<>();
        for (int i = 0; i < numbers.columns().size(); i++) {
            infos.add(info(numbers, i, most));
        }
        return infos;
    }

    private static ColumnInfo info(ConvertedTable.Numbers numbers, int index, int most) {
        MappedTensor values = numbers.values();
        Elements elements = values.elements();
        long rows = values.shape().getFirst();
        Set<String> distinct = new LinkedHashSet<>();
        boolean whole = true;
        double last = 0;
        long row = 0;
        for (; row < rows && distinct.size() <= Math.max(most, EXAMPLES); row++) {
            double value = elements.number(row * values.stride(0) + index * values.stride(1));
            // Columns of zeros are common, and long
            if (row == 0 || Double.doubleToLongBits(value) != Double.doubleToLongBits(last)) {
                distinct.add(text(value, values.type().dtype()));
                whole &= value == Math.rint(value) && Math.abs(value) < 1e18;
                last = value;
            }
        }
        return new ColumnInfo(
                numbers.columns().get(index),
                whole && row == rows ? ColumnType.INTEGER : ColumnType.NUMBER,
                rows,
                Math.min(distinct.size(), most),
                distinct.size() <= most,
                distinct.stream().limit(EXAMPLES).toList(),
                0);
    }

    private static String text(double value, Dtype dtype) {
        return dtype == Dtype.F64 ? NumberTexts.of(value) : NumberTexts.of((float) value);
    }
}
