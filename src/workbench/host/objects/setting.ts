import { defineClass } from "../host-object";
import { HostError } from "../protocol";
import { text } from "./arguments";

/** A value that the add-in keeps in the workbook. The instance is the key. */
const setting = defineClass<string>({
  name: "Setting",
  id: (key) => key,
  scalars: {
    Key: { get: (key) => key },
    Value: {
      get(key, host) {
        const value = host.model.setting(key);
        if (value === undefined) throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
        return value;
      },
      set: (key, value, host) => host.model.setSetting(key, value),
    },
  },
  methods: { Delete: (key, _args, host) => host.model.setSetting(key, undefined) },
});

export const settingCollection = defineClass<undefined>({
  name: "SettingCollection",
  items: (_self, host) => host.model.settingKeys().map((key) => setting(key)),
  item(_self, key, host) {
    const name = text(key, "key");
    if (host.model.setting(name) === undefined) {
      throw new HostError("ItemNotFound", "The requested resource doesn't exist.");
    }
    return setting(name);
  },
  methods: {
    Add(_self, [key, value], host) {
      const name = text(key, "key");
      host.model.setSetting(name, value);
      return setting(name);
    },
    GetCount: (_self, _args, host) => host.model.settingKeys().length,
    GetItemOrNullObject(_self, [key], host) {
      const name = text(key, "key");
      return host.model.setting(name) === undefined ? null : setting(name);
    },
  },
});
