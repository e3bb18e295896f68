import { partial } from './partial.ts';

/** Chinese, in simplified characters; days, and the words that tell what a document is. */
export const zh = partial({
  code: 'zh',
  parts: {
    runbook: {
      meaning: '现象',
      impact: '影响',
      causes: '可能原因',
      diagnosis: '排查|诊断',
      mitigation: '处理',
      steps: '步骤',
      rollback: '回滚',
      verification: '验证',
      escalation: '连络|升级',
      prerequisites: '前提条件',
    },
    postmortem: {
      timeline: '时间线|时间轴',
      causes: '根因',
      lessons: '经验教训',
      'action-items': '改进',
      'what-happened': '发生了什么',
      detection: '发现',
      resolution: '恢复',
      impact: '影响',
      summary: '摘要|概述',
      people: '参与',
    },
  },
  time: {
    weekdays: '星期一,周一|星期二,周二|星期三,周三|星期四,周四|星期五,周五|星期六,周六|星期日,周日,星期天',
  },
  kind: {
    runbook: '操作手册|应急预案|处理手册',
    postmortem: '事故(?:报告|复盘)|故障(?:报告|复盘)',
    incident: '事故',
    fault: '故障|异常',
    postmortems: '事故(?:报告|复盘)|故障(?:报告|复盘)',
    runbooks: '操作手册|应急预案',
    operations: '运维',
    about: '计划|设计|架构',
    template: '模板',
    itself: '本(?:手册|文档)',
    alert: '告警',
    lateVerbs: '(?:检查|确认|执行|重启|联系|通知).{0,40}',
  },
  wording: {
    danger: '警告|危险|数据丢失|不可逆',
    care: '备份|务必|谨慎',
    look: '确认',
    unneeded: '不再需要|不再使用|未使用',
    safeguards: '备份|快照|审批|批准|复核',
    local: '本地|开发环境',
    run: '执行|运行',
    humanError: '人为(?:错误|失误)',
  },
});
