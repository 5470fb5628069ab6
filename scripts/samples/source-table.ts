/**
 * The table of 附件2 as the source has it: targets and the claimed main items, no actuals.
 * The four targets are in per cent; "—" stands where the department has no main items.
 */
export interface SourceDepartment {
  readonly name: string;
  readonly claimed: number;
  readonly coverageTarget: 35 | 40 | 50 | "—";
}

export const MARK = "附件2";
export const TITLE = "8月19日至9月15日威远县“互联网+监管”指标推进任务表";
export const NOTES_HEAD = "说明：";

/** In the order of the table; the serial number is the position from 1. */
export const DEPARTMENTS: readonly SourceDepartment[] = [
  { name: "国家税务总局威远县税务局", claimed: 5, coverageTarget: 35 },
  { name: "威远县交通运输局", claimed: 185, coverageTarget: 50 },
  { name: "威远县人力资源和社会保障局", claimed: 13, coverageTarget: 35 },
  { name: "威远县人民政府民族宗教事务局", claimed: 16, coverageTarget: 35 },
  { name: "威远县人民政府办公室", claimed: 5, coverageTarget: 35 },
  { name: "威远县住房和城乡建设局", claimed: 61, coverageTarget: 40 },
  { name: "威远县公安局", claimed: 57, coverageTarget: 40 },
  { name: "威远县农业农村局", claimed: 36, coverageTarget: 35 },
  { name: "威远县卫生健康局", claimed: 45, coverageTarget: 35 },
  { name: "威远县发展和改革局", claimed: 27, coverageTarget: 35 },
  { name: "威远县司法局", claimed: 8, coverageTarget: 35 },
  { name: "威远县商务和经济合作局", claimed: 6, coverageTarget: 35 },
  { name: "威远县市场监督管理局", claimed: 194, coverageTarget: 50 },
  { name: "威远县应急管理局", claimed: 15, coverageTarget: 35 },
  { name: "威远县教育和体育局", claimed: 23, coverageTarget: 35 },
  { name: "威远县文化广播电视和旅游局", claimed: 152, coverageTarget: 50 },
  { name: "威远县民政局", claimed: 8, coverageTarget: 35 },
  { name: "威远县气象局", claimed: 17, coverageTarget: 35 },
  { name: "威远县水利局", claimed: 49, coverageTarget: 35 },
  { name: "威远县经济和信息化局", claimed: 10, coverageTarget: 35 },
  { name: "威远县统计局", claimed: 2, coverageTarget: 35 },
  { name: "威远县综合行政执法局", claimed: 11, coverageTarget: 35 },
  { name: "威远县自然资源和规划局", claimed: 53, coverageTarget: 40 },
  { name: "威远县财政局", claimed: 5, coverageTarget: 35 },
  { name: "内江市威远生态环境局", claimed: 20, coverageTarget: 35 },
  { name: "威远县消防救援大队", claimed: 4, coverageTarget: 35 },
  { name: "中共威远县委办公室", claimed: 7, coverageTarget: 35 },
  { name: "威远县医疗保障局", claimed: 4, coverageTarget: 35 },
  { name: "中国共产党威远县委员会宣传部", claimed: 41, coverageTarget: 35 },
  { name: "威远县审计局", claimed: 0, coverageTarget: "—" },
  { name: "威远县残疾人联合会", claimed: 0, coverageTarget: "—" },
  { name: "四川省烟草公司内江市公司威远分公司", claimed: 0, coverageTarget: "—" },
  { name: "威远县档案馆", claimed: 0, coverageTarget: "—" },
  { name: "威远县粮食储备中心", claimed: 0, coverageTarget: "—" },
  { name: "威远县退役军人事务局", claimed: 0, coverageTarget: "—" },
];

/** The five notes, word for word. */
export const NOTES: readonly string[] = [
  "1.目录清单完成率和实施清单完备率达到100%，要求各部门工作日通过每天查看四川省“互联网+监管”平台目录清单（由于省上每天都在抓数据，建议一天4查）及时完成监管事项的认领、编辑、发布来实现；",
  "2.监管行为覆盖率是指产生过办件的主项事项数占本部门所有主项事项数的比例，其中主项事项产生办件是指主项事项下的任一个子项事项产生了办件就算一个主项产生了办件，如县委办公室主项事项“对企业事业组织或者个人将档案卖给、赠送给外国人或外国组织行为的监管”下有两个子项事项，分别为“对企业事业组织或者个人将档案卖给、赠送给外国人或外国组织行为的行政处罚”和“对企业事业组织或者个人将档案卖给、赠送给外国人或外国组织行为的监管”，只需任一子项产生了办件，该主项就产生了办件。计算公式=产生办件的事项数（含子项）/部门事项总数*100%",
  "3.执法人员入驻率达100%是指本部门在“四川省行政执法综合管理监督信息平台”有多少执法人员，则在四川省“互联网+监管”平台就应创建多少执法人员有效账号并完成账号登录；因此各部门要动态化管理，同时及时清理退休、调离等不在本单位执法岗位上的人员，在“四川省行政执法综合管理监督信息平台”注销其执法证件，并在四川省“互联网+监管”平台中同步将已注销执法人员做无效处理，以免产生未入驻人员。",
  "4.主项事项为0个的部门暂不涉及覆盖率任务，但须做好动态管理：一是市级有监管事项下发时，必须及时认领发布且完成不低于35%的覆盖率任务；二是部门虽未有监管事项，但有执法人员的，其执法人员必须100%入驻“四川省行政执法综合管理监督信息平台”和四川省“互联网+监管”平台，确保执法人员入驻率100%。",
  "5.威远县“互联网+监管”指标月度推进情况纳入当月内江市“一网通办”“互联网+监管”指标考核。目录清单完成率未达到100%，一个事项扣0.1分；实施清单完备率未达到100%，一个事项扣0.1分；监管行为覆盖率未达到标准的按0.1分/个进行扣分；执法人员入驻率未达到100%，少一个人扣0.5分。",
];
