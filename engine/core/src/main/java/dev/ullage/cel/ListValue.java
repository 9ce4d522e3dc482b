package dev.ullage.cel;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.StructValue;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.ListIterator;
import java.util.Optional;

/**
 * A list of strings that is a CEL value at the same time, so that the runtime takes it as it is. It has to extend
 * {@link StructValue}, the only CEL value that others may extend, and so cannot extend {@code AbstractList}.
 */
// Error Prone cannot see that the copied list holds strings only.
@SuppressWarnings("Immutable")
final class ListValue extends StructValue<String, Object> implements List<Object> {

    private final List<Object> elements;

    ListValue(List<?> elements) {
        this.elements = List.copyOf(elements);
    }

    @Override
    public Object value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return elements.isEmpty();
    }

    @Override
    public CelType celType() {
        return ListType.create(SimpleType.STRING);
    }

    @Override
    public Object select(String field) {
        throw new UnsupportedOperationException("a list has no fields");
    }

    @Override
    public Optional<Object> find(String field) {
        return Optional.empty();
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public boolean isEmpty() {
        return elements.isEmpty();
    }

    @Override
    public boolean contains(Object element) {
        return elements.contains(element);
    }

    @Override
    public Iterator<Object> iterator() {
        return elements.iterator();
    }

    @Override
    public Object[] toArray() {
        return elements.toArray();
    }

    @Override
    public <T> T[] toArray(T[] array) {
        return elements.toArray(array);
    }

    @Override
    public boolean add(Object element) {
        return elements.add(element);
    }

    @Override
    public boolean remove(Object element) {
        return elements.remove(element);
    }

    @Override
    public boolean containsAll(Collection<?> others) {
        return elements.containsAll(others);
    }

    @Override
    public boolean addAll(Collection<?> others) {
        return elements.addAll(others);
    }

    @Override
    public boolean addAll(int index, Collection<?> others) {
        return elements.addAll(index, others);
    }

    @Override
    public boolean removeAll(Collection<?> others) {
        return elements.removeAll(others);
    }

    @Override
    public boolean retainAll(Collection<?> others) {
        return elements.retainAll(others);
    }

    @Override
    public void clear() {
        elements.clear();
    }

    @Override
    public Object get(int index) {
        return elements.get(index);
    }

    @Override
    public Object set(int index, Object element) {
        return elements.set(index, element);
    }

    @Override
    public void add(int index, Object element) {
        elements.add(index, element);
    }

    @Override
    public Object remove(int index) {
        return elements.remove(index);
    }

    @Override
    public int indexOf(Object element) {
        return elements.indexOf(element);
    }

    @Override
    public int lastIndexOf(Object element) {
        return elements.lastIndexOf(element);
    }

    @Override
    public ListIterator<Object> listIterator() {
        return elements.listIterator();
    }

    @Override
    public ListIterator<Object> listIterator(int index) {
        return elements.listIterator(index);
    }

    @Override
    public List<Object> subList(int from, int to) {
        return elements.subList(from, to);
    }

    @Override
    public boolean equals(Object other) {
        return elements.equals(other);
    }

    @Override
    public int hashCode() {
        return elements.hashCode();
    }
}
