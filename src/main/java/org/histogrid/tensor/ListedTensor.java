package org.histogrid.tensor;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Values that a file lists one by one, such as a Python list of labels or strings of HDF5.
final class ListedTensor implements Tensor {

    private final String file;
    private final String tensor;
    private final List<String> texts;
    private final Dtype dtype;

    /// @param texts the values as [Tensor#texts()] writes them
    /// @param dtype TEXT, BOOL, I64 or F64
    ListedTensor(String file, String tensor, List<String> texts, Dtype dtype) {
        this.file = file;
        this.tensor = tensor;
        this.texts = List.copyOf(texts);
        this.dtype = dtype;
    }

    @Override
    public TensorInfo info() {
        long bytes = texts.stream().mapToLong(String::length).sum();
        return new TensorInfo(file, Optional.of(tensor), List.of((long) texts.size()), dtype, "C", false, bytes);
    }

    @Override
    public long size() {
        return texts.size();
    }

    @Override
    public List<String> texts() {
        if (texts.isEmpty()) {
            throw new UnreadableFile(file, Optional.of(tensor), "holds no values.");
        }
        return texts;
    }

    @Override
    public long[] integers() {
        long[] integers = new long[texts.size()];
        for (int i = 0; i < integers.length; i++) {
            String text = texts.get(i);
            if (dtype == Dtype.BOOL) {
                integers[i] = text.equals("true") ? 1 : 0;
            } else if (Cells.INTEGER_PATTERN.matcher(text).matches()) {
                integers[i] = Long.parseLong(text);
            } else {
                throw new UnreadableFile(
                        file,
                        Optional.of(tensor),
                        "holds " + Sentences.quoted(text) + ", which is no whole number. It is value "
                                + Sentences.grouped(i + 1) + ", counted from 1.",
                        i + 1L,
                        null);
            }
        }
        return integers;
    }

    @Override
    public double value(long index) {
        Objects.checkIndex(index, size());
        String text = texts.get((int) index);
        return switch (dtype) {
            case BOOL -> text.equals("true") ? 1 : 0;
            case I64, F64 -> Double.parseDouble(text);
            default -> throw new UnreadableFile(file, Optional.of(tensor), "holds text and no numbers.");
        };
    }
}
