/** The detail sheets: what the two platforms export. */
export const DETAIL_KINDS = ["items", "cases", "officers", "accounts"] as const;
/** items: 监管事项明细. cases: 监管行为记录. officers: 执法人员名册 (officer platform). accounts: 监管平台账号. */
export type DetailKind = (typeof DETAIL_KINDS)[number];

/** The columns of each kind in the order in which the template writes them. */
export const DETAIL_FIELDS = {
  items: ["department", "mainItem", "mainCode", "subItem", "subCode", "directoryState", "implementationState", "cases"],
  cases: ["department", "item", "code", "caseNumber", "date"],
  officers: ["department", "name", "certificate", "certificateState", "postState"],
  accounts: ["department", "name", "certificate", "accountState", "lastLogin"],
} as const satisfies Record<DetailKind, readonly string[]>;

export type FieldOf<Kind extends DetailKind> = (typeof DETAIL_FIELDS)[Kind][number];
export type DetailField = FieldOf<DetailKind>;

/** A sheet without one of these cannot be used. Of `item` and `code` in a record of cases one is enough. */
export const NEEDED_FIELDS = {
  items: ["department", "mainItem"],
  cases: ["department", "item"],
  officers: ["department", "name", "certificateState"],
  accounts: ["department", "name", "accountState", "lastLogin"],
} as const satisfies Record<DetailKind, readonly DetailField[]>;

/** What only a sheet of this kind has: by these it is told from all others, and from the task table. */
export const TELLING_FIELDS = {
  items: ["mainItem"],
  cases: ["date"],
  officers: ["certificateState", "postState"],
  accounts: ["accountState", "lastLogin"],
} as const satisfies Record<DetailKind, readonly DetailField[]>;

/** The words by which a column is known, compared as headers of the task table are; the template's own comes first. */
export const FIELD_SYNONYMS: Readonly<Record<DetailField, readonly string[]>> = {
  department: [
    "部门",
    "部门名称",
    "单位",
    "单位名称",
    "所属部门",
    "所属单位",
    "责任部门",
    "责任单位",
    "实施部门",
    "实施主体",
    "执法主体",
    "执法单位",
    "执法部门",
    "工作单位",
    "所在单位",
    "所属机构",
    "行使主体",
    "监管部门",
  ],
  mainItem: [
    "主项名称",
    "主项",
    "监管事项主项名称",
    "监管事项主项",
    "主项事项名称",
    "主项事项",
    "监管主项",
    "监管主项名称",
    "目录清单主项名称",
    "事项主项名称",
  ],
  mainCode: [
    "主项编码",
    "主项代码",
    "主项事项编码",
    "监管主项编码",
    "主项编号",
    "监管事项主项编码",
    "目录清单主项编码",
  ],
  subItem: [
    "子项名称",
    "子项",
    "监管事项子项名称",
    "监管事项子项",
    "子项事项名称",
    "子项事项",
    "监管子项",
    "监管子项名称",
    "事项子项名称",
  ],
  subCode: ["子项编码", "子项代码", "子项事项编码", "监管子项编码", "子项编号", "监管事项子项编码"],
  directoryState: ["目录清单状态", "目录清单", "目录状态", "认领状态", "目录清单认领状态", "目录清单办理状态"],
  implementationState: [
    "实施清单状态",
    "实施清单",
    "实施清单完备状态",
    "检查实施清单状态",
    "实施状态",
    "实施清单完备情况",
    "完备状态",
  ],
  cases: ["办件数", "办件量", "办件数量", "监管行为数", "监管行为数量", "行为数", "监管数据量", "产生办件数"],
  item: ["事项名称", "监管事项名称", "监管事项", "事项", "监管子项名称", "子项名称", "主项名称", "检查事项名称"],
  code: ["事项编码", "监管事项编码", "事项代码", "事项编号", "子项编码", "主项编码"],
  caseNumber: ["办件编号", "办件号", "监管行为编号", "行为编号", "业务编号", "案件编号", "案号", "流水号"],
  date: [
    "办件日期",
    "办件时间",
    "监管行为日期",
    "监管行为时间",
    "行为日期",
    "行为时间",
    "检查日期",
    "检查时间",
    "办理日期",
    "办理时间",
    "发生日期",
    "产生时间",
    "处罚日期",
    "数据上报时间",
    "上报时间",
  ],
  name: ["姓名", "人员姓名", "执法人员姓名", "执法人员", "用户姓名", "账号姓名", "持证人"],
  certificate: [
    "执法证号",
    "执法证件号",
    "执法证编号",
    "执法证件编号",
    "行政执法证号",
    "行政执法证件号",
    "执法证号码",
    "证件编号",
    "证号",
  ],
  certificateState: ["证件状态", "执法证状态", "执法证件状态", "证件有效状态", "持证状态"],
  postState: ["在岗状态", "岗位状态", "在职状态", "人员状态", "在岗情况"],
  accountState: ["账号状态", "帐号状态", "账户状态", "用户状态", "账号有效状态", "启用状态"],
  lastLogin: [
    "最近登录时间",
    "最后登录时间",
    "最近登录",
    "最近登陆时间",
    "最后登陆时间",
    "上次登录时间",
    "最近登录日期",
    "最后登录日期",
    "登录时间",
  ],
};

/** Columns that are refused: the certificate number suffices, and what is not there cannot leak. */
export const ID_NUMBER_WORDS: readonly string[] = [
  "身份证号",
  "身份证号码",
  "身份证",
  "居民身份证号",
  "居民身份证号码",
  "公民身份号码",
  "公民身份证号",
  "公民身份证号码",
  "身份证件号码",
  "身份证件号",
];
