use super::*;
use crate::value::view::Items;

fn keys(map: Value<'_>) -> String {
    let Value::Map(cell) = map else {
        panic!("{map:?} is no map")
    };
    let keys: Vec<_> = (0..cell.len()).filter_map(|at| cell.entry(at)).collect();
    keys.iter()
        .map(|(key, _)| key.to_string())
        .collect::<Vec<_>>()
        .join(" ")
}

/// The order that the reference's virtual machine shows.
#[test]
fn hash_maps_and_sets_show_the_order_of_buckets() {
    let arena = &Arena::default();
    let names: Vec<_> = (0..20).map(|n| format!("key{}", n * 7)).collect();
    let entries = names.iter().map(|name| (Value::Str(name), Value::Null));
    let map = arena.map(ClassId::HASH_MAP, entries).unwrap();
    let expected = "key0 key91 key119 key84 key7 key105 key70 key126 key77 key21 key98 key42 key112 key63 key133 \
                    key14 key35 key56 key28 key49";
    assert_eq!(keys(map), expected);
    let set = [100, 17, 33, 1, 5, -1, 17].map(Value::Int);
    let set = arena.set(ClassId::HASH_SET, &set).unwrap();
    assert_eq!(set.to_string(), "[-1, 17, 33, 1, 100, 5]");
}

#[test]
fn later_values_win_and_first_places_stay() {
    let arena = &Arena::default();
    for size in [3, 50] {
        let entries = (0..size * 2).map(|n| (Value::Int(n % size), Value::Int(n)));
        let map = arena.map(ClassId::LINKED_HASH_MAP, entries).unwrap();
        let Value::Map(cell) = map else {
            panic!("{map:?} is no map")
        };
        assert_eq!(cell.len(), size as usize);
        assert_eq!(
            cell.entry(1).map(|(key, value)| format!("{key}={value}")),
            Some(format!("1={}", size + 1))
        );
    }
}

#[test]
fn large_maps_find_put_and_remove_their_keys() {
    let arena = &Arena::default();
    let names: Vec<_> = (0..300).map(|n| format!("key{n}")).collect();
    let map = MapCell::new(ClassId::HASH_MAP, arena);
    for (n, name) in (0..).zip(&names) {
        assert!(
            map.put(arena, Value::Str(name), Value::Int(n))
                .unwrap()
                .is_none()
        );
    }
    for name in &names[..150] {
        assert!(map.remove(Value::Str(name)).is_some());
        assert!(map.get(Value::Str(name)).is_none());
    }
    assert_eq!(
        map.get(Value::Str("key299"))
            .map(|value| value.to_string())
            .as_deref(),
        Some("299")
    );
    assert!(
        map.put(arena, Value::Str("key200"), Value::Null)
            .unwrap()
            .is_some()
    );
    assert_eq!(map.len(), 150);
    map.clear();
    assert!(map.len() == 0 && map.get(Value::Str("key299")).is_none());
}

#[test]
fn header_names_have_no_case_in_maps_of_any_size() {
    let arena = &Arena::default();
    for size in [2, 40] {
        let names: Vec<_> = (0..size).map(|n| format!("X-Name-{n}")).collect();
        let entries = names.iter().map(|name| (Value::Str(name), Value::Null));
        let map = arena.map(ClassId::DEFAULT_HTTP_HEADERS, entries).unwrap();
        let Value::Map(cell) = map else {
            panic!("{map:?} is no map")
        };
        assert!(cell.get(Value::Str("x-NAME-1")).is_some());
    }
}

#[test]
fn a_map_can_be_a_key_of_itself() {
    let arena = &Arena::default();
    let entries = (0..20).map(|n| (Value::Int(n), Value::Null));
    let map = arena.map(ClassId::HASH_MAP, entries).unwrap();
    let Value::Map(cell) = map else {
        panic!("{map:?} is no map")
    };
    cell.put(arena, map, map).unwrap();
    assert_eq!(cell.len(), 21);
    assert!(map.to_string().contains("(this Map)=(this Map)"));
    assert!(cell.get(Value::Int(7)).is_some());
}

#[test]
fn sets_leave_out_what_they_have() {
    let arena = &Arena::default();
    let items: Vec<_> = (0..40).map(|n| Value::Double(f64::from(n % 20))).collect();
    let set = arena.set(ClassId::LINKED_HASH_SET, &items).unwrap();
    assert_eq!(set.items().map(Items::len), Some(20));
}
